using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The method that many single loads are joined into: <c>Batch = nameof(GetManyAsync), BatchWindow = "5ms"</c>.</summary>
internal static class WindowParser
{
    private const string Batch = "Batch";
    private const string Window = "BatchWindow";

    /// <summary>Whether a batch stands in the source's place. What is wrong with that is told by <see cref="Parse"/>.</summary>
    public static bool IsAsked(ParseContext context) => context.Argument<string>(Batch) is not null;

    /// <summary>Null where nothing is said, or, after a report, where something is wrong.</summary>
    public static WindowModel? Parse(ParseContext context, ITypeSymbol value, ReturnKind returns)
    {
        if (context.Argument<string>(Batch) is not { } name)
        {
            if (context.Argument<string>(Window) is not null)
                Fail(context, Window, "BatchWindow says how long to wait for others, and nothing says with whom to load; name a method with Batch = nameof(...)");
            return null;
        }

        if (context.Argument<string>("Source") is not null)
            Fail(context, "Source", $"Batch names where it loads from, '{name}'; take Source out");
        if (context.Argument<string>("ValidWhen") is not null)
            Fail(context, "ValidWhen", "ValidWhen calls the source for one item at a time; take it out, or Batch");
        if (returns == ReturnKind.Stream)
            Fail(context, Batch, "it returns a stream; a batch brings one value for each id");
        var ticks = Ticks(context);
        var named = SourceFinder.Candidates(context, [name]).ToArray();
        if (named.Length == 0)
        {
            Fail(context, Batch, $"the type and its bases have no method '{name}'; write one of the shape {Shape(context, value)}");
            return null;
        }

        string? problem = null;
        foreach (var many in named)
        {
            if (Read(context, many, value, returns, out problem) is var (id, source, maxBatch))
                return ticks is null ? null : new WindowModel { Id = Names.Identifier(id.Name), Ticks = ticks.Value, MaxBatch = maxBatch, Source = source };
        }

        if (problem is not null)
            Fail(context, Batch, problem);
        return null;
    }

    /// <summary>Items are told apart by their keys.</summary>
    public static void CheckKey(ParseContext context, WindowModel? window, KeyModel key)
    {
        if (window is not null && !key.Reads.Contains(window.Id) && !context.Broken.Any(rule => rule.StartsWith("CG2", StringComparison.Ordinal)))
            Fail(context, Batch, $"its key does not hold the id '{window.Id}'; put it into the key");
    }

    private static long? Ticks(ParseContext context)
    {
        if (context.Argument<string>(Window) is not { } text)
        {
            Fail(context, Batch, "nothing says how long to wait for others; say BatchWindow = \"5ms\"");
            return null;
        }

        if (Duration.Parse(text, out var problem) is { } duration)
            return duration.Ticks;
        context.ReportArgument(Rules.BadDuration, Window, null, Window, text, problem);
        return null;
    }

    /// <summary>The id, the source and its bound; null where the method will not do, with the reason unless that was told.</summary>
    private static (IParameterSymbol Id, BatchSourceModel Source, int MaxBatch)? Read(
        ParseContext context, IMethodSymbol many, ITypeSymbol value, ReturnKind returns, out string? problem)
    {
        var method = context.Method;
        var attribute = many.FindAttribute(BatchMethodParser.BatchAttribute);
        // Told at the batch method itself, by its own parser.
        var inner = context.Silent(many, attribute ?? context.Attribute);
        var closed = SourceFinder.Closed(many, method);
        var (shape, wrong) = BatchShape.Read(inner, closed, closed.ReturnType.AwaitedResult()?.Result ?? closed.ReturnType);
        if (shape is null)
            return Refuse($"'{many.Name}' will not do: {wrong}", out problem);
        if (attribute is null && BatchTypes.Result(closed.ReturnType.AwaitedResult()?.Result ?? closed.ReturnType) is (null, _))
            return Refuse($"'{many.Name}' returns a list, and nothing says whose id an item has; let it return IReadOnlyDictionary<{shape.Id.Short()}, {shape.Value.Short()}>", out problem);
        if (!BatchTypes.AreAlike(shape.Value, value))
            return Refuse($"'{many.Name}' returns items of type {shape.Value.Short()}, the method {value.Short()}", out problem);
        if (!value.MayBeNull())
            return Refuse($"it returns {value.Short()}, which cannot say that '{many.Name}' has none of an id; let it return {BatchTypes.Cached(value, context.Compilation)?.Short() ?? "what may be null"}", out problem);
        if (Mismatch(method, closed, shape, out var id) is { } mismatch)
            return Refuse($"'{many.Name}' will not do: {mismatch}", out problem);

        var ids = many.Parameters[shape.Ids.Ordinal];
        var finder = new BatchSourceFinder(inner, ids, shape.Id, shape.Value, value, method);
        if (attribute is null && finder.Mismatch(many) is { } wrongResult)
            return Refuse($"'{many.Name}' will not do: {wrongResult}", out problem);
        var source = attribute is null ? finder.Read(many) : finder.Find(ReturnKind.Task);
        if (source is null)
            return Refuse($"'{many.Name}' has errors of its own; mend these first", out problem);
        problem = null;
        if (returns == ReturnKind.Value && source.IsAsynchronous)
        {
            context.Report(Rules.SyncOverAsync, method.Name, source.Name);
            return null;
        }

        if (source.IsAsynchronous && method.IsUnsafe())
        {
            context.Report(Rules.ImpossibleShape, method.Name, MethodShape.NoAwait);
            return null;
        }

        // What the id is called here.
        var arguments = source.Arguments.Select(argument => argument.Parameter == Names.Identifier(ids.Name) ? argument with { Parameter = Names.Identifier(id!.Name) } : argument);
        return (id!, source with { Arguments = arguments.ToEquatableArray() }, attribute is null ? 0 : Math.Max(0, inner.Argument<int>("MaxBatch")));
    }

    private static string? Mismatch(IMethodSymbol method, IMethodSymbol many, BatchShape shape, out IParameterSymbol? id)
    {
        var others = many.Parameters.Where(parameter => parameter.Ordinal != shape.Ids.Ordinal && !parameter.Type.IsCancellationToken()).ToArray();
        id = method.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, shape.Id) && others.All(other => other.Name != parameter.Name));
        if (id is null)
            return $"it takes ids of type {shape.Id.Short()}, and no parameter of the method is one";
        var itself = id;
        if (others.FirstOrDefault(other => !method.Parameters.Any(parameter => IsSame(parameter, other))) is { } lacking)
            return $"it takes {lacking.Type.Short()} {lacking.Name}, which the method has not";
        if (method.Parameters.FirstOrDefault(parameter => parameter.Name != itself.Name && HoleResolver.IsKeyPart(parameter) && !others.Any(other => IsSame(parameter, other))) is { } more)
            return $"it does not take {more.Type.Short()} {more.Name}";
        return null;
    }

    private static bool IsSame(IParameterSymbol a, IParameterSymbol b) => a.Name == b.Name && SymbolEqualityComparer.Default.Equals(a.Type, b.Type);

    private static string Shape(ParseContext context, ITypeSymbol value)
    {
        var id = context.Method.Parameters.FirstOrDefault(HoleResolver.IsKeyPart)?.Type.Short() ?? "TId";
        return $"Task<IReadOnlyDictionary<{id}, {value.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Unwrapped().Short()}>> {context.Argument<string>(Batch)}(IReadOnlyCollection<{id}> ids)";
    }

    private static (IParameterSymbol, BatchSourceModel, int)? Refuse(string reason, out string? problem)
    {
        problem = reason;
        return null;
    }

    private static void Fail(ParseContext context, string property, string problem) =>
        context.ReportArgument(Rules.UnmatchedBatch, property, null, context.Method.Name, problem);
}
