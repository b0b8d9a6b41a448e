using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>From a method with [Invalidates] or [Updates] to its model. All that can be wrong is found, not just the first.</summary>
internal static class WriteMethodParser
{
    public const string InvalidatesAttribute = "InvalidatesAttribute";
    public const string UpdatesAttribute = "UpdatesAttribute";

    /// <summary>The attributes of methods that change what others cache.</summary>
    public static string[] Attributes { get; } = [InvalidatesAttribute, UpdatesAttribute];

    /// <summary>As <see cref="CachedMethodParser.Parse"/>, for all attributes of the method at once.</summary>
    /// <param name="first">Of the first of them.</param>
    public static ParsedMethod? Parse(ParseContext first)
    {
        var method = first.Method;
        var contexts = On(method).Select(attribute => attribute == first.Attribute ? first : first.Of(method, attribute)).ToArray();
        var call = new WriteCall(contexts);
        var main = call.Main;
        if (!MethodShape.CheckPlace(main))
            return null;
        if (!MethodShape.CheckWriteSignature(main, out var value))
            return Refusal.Of(method, main.Compilation, main.Broken);

        var returns = method.ReturnType.AwaitedResult() is { } awaited ? awaited.IsValueTask ? ReturnKind.ValueTask : ReturnKind.Task
            : !method.ReturnType.IsNoResultTask() ? ReturnKind.Value
            : method.ReturnType.Name == "ValueTask" ? ReturnKind.ValueTask
            : ReturnKind.Task;
        var cache = CacheFinder.Find(main);
        var source = call.Source(value, returns);
        var limiter = call.RateLimit();
        first.Source = main.Source;
        if (call.IsOfNothing)
            value = null;
        var locals = Locals(method, cache, source);
        var changes = contexts.SelectMany(context => new ChangeParser(context, value, locals) { CallsNothing = call.IsOfNothing }.Parse()).ToList();
        ReportRepeated(changes);
        var broken = contexts.SelectMany(context => context.Broken).Concat(changes.Select(change => change.Refused).OfType<string>()).Distinct().ToArray();
        if (broken.Length > 0 || cache is null || (source is null && !call.IsOfNothing))
            return Refusal.Of(method, main.Compilation, broken);

        return new WriteMethodModel
        {
            Type = TypeParser.Identify(method.ContainingType, main.Compilation),
            Signature = SignatureParser.Parse(method),
            Id = CachedMethodParser.IdOf(method),
            Returns = returns,
            ValueType = value?.Code(),
            IsResultOblivious = value is { IsValueType: false, NullableAnnotation: NullableAnnotation.None },
            Cache = cache,
            Source = source,
            RateLimit = limiter,
            Locals = locals,
            Changes = changes.Select(change => change.Model!).ToEquatableArray(),
        };
    }

    /// <summary>[Cached] and these do not go together: a hit would change nothing.</summary>
    public static void CheckCached(ParseContext context)
    {
        foreach (var attribute in On(context.Method))
        {
            context.Report(Rules.ConflictingAttributes, attribute, context.Method.Name,
                $"is cached and has [{attribute.AttributeClass!.Name.Replace("Attribute", "")}] too, but a hit changes nothing: leave one of them out");
        }
    }

    private static IEnumerable<AttributeData> On(IMethodSymbol method) => method.GetAttributes()
        .Where(attribute => Attributes.Any(name => attribute.AttributeClass?.IsCacheGen(name) == true));

    private static WriteLocals Locals(IMethodSymbol method, CacheModel? cache, SourceModel? source)
    {
        var taken = method.Parameters.Select(parameter => Names.Identifier(parameter.Name)).Append(cache?.Member).Append(source?.Name.Split('.')[0]).ToArray();
        return new WriteLocals(
            cache is null || cache.Member == cache.Expression ? cache?.Member ?? "" : Names.Free(["methodCache", "methodCache_"], taken.Contains),
            Names.Free(["result", "result_"], taken.Contains));
    }

    private static void ReportRepeated(List<ParsedChange> changes)
    {
        foreach (var same in changes.Where(change => change.Model is not null).GroupBy(change => (change.Model!.Argument, change.Model.Kind == ChangeKind.RemoveByTag)))
        {
            foreach (var repeated in same.Skip(1))
                repeated.Context.ReportArgument(Rules.ConflictingAttributes, repeated.Place, null, repeated.Context.Method.Name,
                    $"{(repeated.Model!.Kind == ChangeKind.RemoveByTag ? "removes the tag" : "changes the entry")} {repeated.Model.Text} twice: leave one out");
        }
    }
}

/// <param name="Context">The attribute that says it.</param>
/// <param name="Place">Where in the attribute.</param>
/// <param name="Model">Null where something is wrong.</param>
/// <param name="Refused">The rules that the target itself breaks.</param>
internal sealed record ParsedChange(ParseContext Context, AttributePlace Place, ChangeModel? Model, string? Refused = null);
