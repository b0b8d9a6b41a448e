using System.Text.RegularExpressions;
using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>A method with [Invalidates] or [Updates]: its source, then what follows from its success.</summary>
internal static class WriteEmitter
{
    public static void Emit(SourceWriter writer, WriteMethodModel model)
    {
        foreach (var change in model.Changes)
            writer.Write(Comment(change));
        writer.Write($"// Source   {model.Source.Name}");
        writer.Write(TypeEmitter.GeneratedCode);
        var declaration = MethodEmitter.Declaration(model.Signature);
        writer.Open(model.IsAsynchronous ? new Regex(@"\bpartial\b").Replace(declaration, "async partial", 1) : declaration);
        // Before the source: what nobody is known to have asked for is not written either.
        foreach (var local in model.Changes.SelectMany(change => change.Scopes).Where(scope => scope.Service is not null).Select(scope => scope.Local(model.Id)).Distinct())
            writer.Write(local);
        var call = Awaited(Call(model), model.Source.IsAsynchronous);
        if (model.ValueType is null)
            writer.Write($"{call};");
        else
            writer.Write(model.Source.NeedsSuppression ? $"{model.ValueType} {model.Locals.Result} = ({call})!;" : $"var {model.Locals.Result} = {call};");

        var result = model.Locals.Result + (model.IsResultOblivious ? "!" : "");
        if (model.Cache.Expression != model.Locals.Cache)
            writer.Write($"var {model.Locals.Cache} = {model.Cache.Expression};");
        var changes = string.Concat(model.Changes.Select(change => $"\n    .{change.Kind}({change.Argument}{(change.Kind == ChangeKind.Set ? $", {result}" : "")})"));
        writer.Write(
            $"{(model.IsAsynchronous ? "await " : "")}new global::CacheGen.CompilerServices.CacheChanges({model.Locals.Cache}){changes}\n"
            + (model.IsAsynchronous ? "    .ApplyAsync().ConfigureAwait(false);" : "    .Apply();"));
        if (model.ValueType is not null)
            writer.Write($"return {result};");
        writer.Close();
    }

    private static string Comment(ChangeModel change) => change.Kind switch
    {
        ChangeKind.Remove => $"// Removes  {change.Text}",
        ChangeKind.Set => $"// Updates  {change.Text}",
        _ => $"// Removes  what is tagged {change.Text}",
    };

    private static string Awaited(string call, bool isAsynchronous) => isAsynchronous ? $"await {call}.ConfigureAwait(false)" : call;

    private static string Call(WriteMethodModel model)
    {
        var token = model.Signature.Parameters.FirstOrDefault(parameter => parameter.IsCancellationToken)?.Name ?? "default";
        var arguments = model.Source.Arguments.Select(argument =>
            argument.IsCancellationToken ? token : argument.Parameter + (argument.NeedsSuppression ? "!" : ""));
        // A parameter of the same name comes first.
        var self = !model.Source.IsStatic && model.Signature.Parameters.Any(parameter => parameter.Name == model.Source.Name.Split('.')[0]) ? "this." : "";
        return $"{self}{model.Source.Name}{model.Signature.TypeParameterList}({string.Join(", ", arguments)})";
    }
}
