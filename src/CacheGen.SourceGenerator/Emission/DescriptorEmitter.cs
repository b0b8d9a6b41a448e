using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>The nested class of the descriptors: one field a method, and the structs of keys with several parts.</summary>
internal static class DescriptorEmitter
{
    public static void Emit(SourceWriter writer, TypeIdentity type, IReadOnlyList<NamedMethod> methods, IReadOnlyList<NamedMethod> hidden)
    {
        writer.Write(TypeEmitter.GeneratedCode);
        writer.Open($"private static class {type.MethodsClass}");
        writer.WriteEach(methods, method =>
        {
            if (method.Model.Signature.TypeParameters.Count == 0)
                Field(writer, method, method.Descriptor);
            else
                GenericHolder(writer, method);
        });
        foreach (var method in methods.Where(method => method.HasKeyStruct))
        {
            var parts = method.Model.Key.Parts.Select(part => $"{part.Type}{(part.MayBeNull ? "?" : "")} {part.Name}");
            writer.Write(
                $$"""

                public readonly record struct {{method.KeyStruct}}({{string.Join(", ", parts)}})
                {
                    public override int GetHashCode() => global::CacheGen.CompilerServices.KeyHash.Start{{string.Concat(method.Model.Key.Parts.Select(part => $".With({part.Name})"))}}.Value;
                }
                """);
        }

        HandleEmitter.EmitHidden(writer, methods, hidden);
        writer.Close();
    }

    // A generic method has one descriptor, and so one table, for each list of type arguments: static fields of a generic class.
    private static void GenericHolder(SourceWriter writer, NamedMethod method)
    {
        var signature = method.Model.Signature;
        writer.Open($"public static class {method.Descriptor}{signature.TypeParameterList}{signature.ConstraintClauses}");
        Field(writer, method, method.GenericField);
        writer.Close();
    }

    private static void Field(SourceWriter writer, NamedMethod method, string name)
    {
        var model = method.Model;
        var typeArguments = string.Concat(model.AllTypeParameters.Select(parameter => $", typeof({parameter})"));
        writer.Write(
            $$"""
            public static readonly global::CacheGen.CachedMethod<{{method.KeyType}}, {{model.ValueType}}> {{name}} = new(
                "{{model.Id}}",
                {{PolicyText.Code(model.Policy)}},
                static (prefix, key) => global::CacheGen.CompilerServices.CacheKey.Format(prefix, $"{{KeyText(model.Key, model.Key.Pieces)}}"){{typeArguments}})
            {{Initializer(model)}};
            """);
    }

    /// <summary>What the descriptor says beside id, policy and key.</summary>
    private static IEnumerable<string> Members(MethodModel model)
    {
        yield return $"Fingerprint = \"{model.Fingerprint}\"";
        // Without a prefix of its own the descriptor knows it from the id.
        if (!model.Key.PrefixIsType)
            yield return $"Prefix = \"{Escape(model.Key.Prefix)}\"";
        if (model.Profile is { } profile)
            yield return $"Profile = {SymbolDisplay.FormatLiteral(profile, quote: true)}";
        if (model.MaxItems is { } maxItems)
            yield return $"MaxItems = {maxItems}";
        if (model.FreshInstance is { } fresh)
            yield return $"FreshInstance = {FreshInstance(fresh)}";
        if (model.Tags.Count > 0)
            yield return $"FormatTags = static key => new string[] {{ {string.Join(", ", model.Tags.Select(tag => Tag(model.Key, tag)))} }}";
    }

    private static string FreshInstance(FreshInstanceModel fresh) =>
        $"global::CacheGen.CompilerServices.FreshInstance.Of<{fresh.Type}>({string.Join(", ", fresh.Interfaces.Select(service => $"typeof({service})"))})";

    private static string Initializer(MethodModel model)
    {
        var values = ValueText.Members(model.Values).ToArray();
        return values.Length == 0
            ? $"{{ {string.Join(", ", Members(model))} }}"
            : $"{{\n{string.Concat(Members(model).Concat(values).Select(member => $"    {member},\n"))}}}";
    }

    private static string Tag(KeyModel key, TagModel tag) => tag.Pieces.All(piece => piece.Literal is not null)
        ? $"\"{string.Concat(tag.Pieces.Select(piece => Escape(piece.Literal!)))}\""
        : $"global::CacheGen.CompilerServices.CacheKey.Format(\"\", $\"{KeyText(key, tag.Pieces)}\")";

    private static string KeyText(KeyModel key, IEnumerable<KeyPiece> pieces) => string.Concat(pieces.Select(piece => piece switch
    {
        { Literal: { } literal } => Escape(literal).Replace("{", "{{").Replace("}", "}}"),
        { TypeArgument: { } parameter } => $"{{typeof({parameter})}}",
        _ => key.IsSinglePart ? "{key}" : $"{{key.{key.Parts[piece.Part].Name}}}",
    }));

    private static string Escape(string literal) => literal.Replace("\\", "\\\\").Replace("\"", "\\\"");
}
