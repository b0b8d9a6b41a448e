using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>What a decorator passes on: ways to the wrapped instances, then the members.</summary>
internal static class DecoratorEmitter
{
    public static void Emit(SourceWriter writer, DecoratorModel decorator)
    {
        foreach (var accessor in decorator.Accessors)
        {
            writer.Write();
            writer.Write(TypeEmitter.GeneratedCode);
            writer.Write($"private {accessor.Type} {accessor.Name} => {accessor.Expression};");
        }

        var group = "";
        foreach (var member in decorator.Members)
        {
            writer.Write();
            if (member.Group != group)
                writer.Write($"// {member.Group}");
            group = member.Group;
            Emit(writer, member);
        }
    }

    private static void Emit(SourceWriter writer, ForwardedMember member)
    {
        if (member.IsPublic)
            writer.Write("/// <inheritdoc/>");
        foreach (var attribute in member.Attributes)
            writer.Write(attribute);
        writer.Write(TypeEmitter.GeneratedCode);
        var declaration = member.Declaration + string.Concat(member.Constraints.Select(constraint => $"\n    {constraint}"));
        if (member.Bodies.Count == 1 && member.Bodies[0] is { Keyword: "" or "get", Attributes: "" })
        {
            writer.Write($"{declaration}{(member.Constraints.Count > 0 ? "\n    " : " ")}=> {member.Bodies[0].Expression};");
            return;
        }

        writer.Open(declaration);
        foreach (var body in member.Bodies)
            writer.Write($"{body.Attributes}{body.Keyword} => {body.Expression};");
        writer.Close();
    }
}
