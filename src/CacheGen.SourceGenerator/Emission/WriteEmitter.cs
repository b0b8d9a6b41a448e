using System.Text.RegularExpressions;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>A method with [Invalidates] or [Updates]: its source, behind a limiter or not, then what follows from its success.</summary>
internal static class WriteEmitter
{
    public static void Emit(SourceWriter writer, WriteMethodModel model)
    {
        foreach (var change in model.Changes)
            writer.Write(Comment(change));
        if (model.RateLimit is { } limiter)
            writer.Write($"// Limit    with a lease of the rate limiter {Literal(limiter)}");
        writer.Write($"// Source   {model.Source?.Name ?? "none, there is nothing to call"}");
        writer.Write(TypeEmitter.GeneratedCode);
        var declaration = MethodEmitter.Declaration(model.Signature);
        writer.Open(model.IsAsynchronous ? new Regex(@"\bpartial\b").Replace(declaration, "async partial", 1) : declaration);
        // Before the source: what nobody is known to have asked for is not written either.
        foreach (var local in model.Changes.SelectMany(change => change.Scopes).Where(scope => scope.Service is not null).Select(scope => scope.Local(model.Id)).Distinct())
            writer.Write(local);
        var cache = model.Cache.Expression == model.Locals.Cache ? null : $"var {model.Locals.Cache} = {model.Cache.Expression};";
        if (cache is not null && model.RateLimit is not null)
            writer.Write(cache);
        if (model.Source is { } source)
            writer.Write(Called(model, source));

        var result = model.Locals.Result + (model.IsResultOblivious ? "!" : "");
        if (cache is not null && model.RateLimit is null)
            writer.Write(cache);
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

    /// <summary>The call of the source, with a lease in hand where one is asked for: it is given back before the cache is changed.</summary>
    private static string Called(WriteMethodModel model, SourceModel source)
    {
        var call = Awaited(Call(model, source), source.IsAsynchronous);
        if (source.NeedsSuppression && model.ValueType is not null)
            call = $"({call})!";
        var (type, result) = (model.ValueType, model.Locals.Result);
        if (model.RateLimit is not { } limiter)
            return type is null ? $"{call};" : $"{(source.NeedsSuppression ? type : "var")} {result} = {call};";
        var arguments = new[] { model.Locals.Cache, Literal(model.Id), Literal(limiter), TokenOf(model) }.OfType<string>();
        var lease = Awaited($"global::CacheGen.CompilerServices.CacheLeases.Acquire{(model.IsAsynchronous ? "Async" : "")}({string.Join(", ", arguments)})", model.IsAsynchronous);
        return $"{(type is null ? "" : $"{type} {result};\n")}using ({lease})\n    {(type is null ? "" : $"{result} = ")}{call};";
    }

    private static string Awaited(string call, bool isAsynchronous) => isAsynchronous ? $"await {call}.ConfigureAwait(false)" : call;

    private static string? TokenOf(WriteMethodModel model) => model.Signature.Parameters.FirstOrDefault(parameter => parameter.IsCancellationToken)?.Name;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Call(WriteMethodModel model, SourceModel source)
    {
        var token = TokenOf(model) ?? "default";
        var arguments = source.Arguments.Select(argument =>
            argument.IsCancellationToken ? token : argument.Parameter + (argument.NeedsSuppression ? "!" : ""));
        // A parameter of the same name comes first.
        var self = !source.IsStatic && model.Signature.Parameters.Any(parameter => parameter.Name == source.Name.Split('.')[0]) ? "this." : "";
        return $"{self}{source.Name}{model.Signature.TypeParameterList}({string.Join(", ", arguments)})";
    }
}
