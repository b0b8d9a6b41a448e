using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing.Decorators;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// Finds the uncached method: <c>Source =</c>, else <c>{Name}Core</c> or <c>{Name}CoreAsync</c>, else the same member of a wrapped interface.
/// </summary>
internal static class SourceFinder
{
    /// <param name="context">The method.</param>
    /// <param name="value">What it returns, out of its Task or one by one as a stream; null where it returns nothing.</param>
    /// <param name="returns">In what it returns that.</param>
    public static SourceModel? Find(ParseContext context, ITypeSymbol? value, ReturnKind returns)
    {
        var method = context.Method;
        var names = NamesOf(context);
        var named = Candidates(context, names).ToArray();
        var wrapped = named.Length > 0 ? null : FindWrapped(context, new Wrapping(method.ContainingType, context.Compilation));
        if (wrapped is { Holder: not null })
        {
            named = [wrapped.Member];
        }
        else if (named.Length == 0)
        {
            if (wrapped is null)
                Missing(context, names);
            else
                wrapped.Report(context, names);
            return null;
        }

        var fitting = named.Where(candidate => Mismatch(method, candidate, value, returns) is null).ToArray();
        if (fitting.Length == 0)
        {
            var first = named[0];
            // A wrapped interface is somebody else's.
            context.Report(Rules.SourceMismatch, wrapped is null ? first : method, wrapped?.MemberName ?? first.Name, Mismatch(method, first, value, returns)!);
            return null;
        }

        if (wrapped is not null && WrappedSource.Mismatch(method, wrapped.Member) is { } mismatch)
        {
            context.Report(Rules.SourceMismatch, wrapped.MemberName, mismatch);
            return null;
        }

        // Get and GetAsync side by side, each with its own source.
        if (returns == ReturnKind.Value && fitting.Any(candidate => !IsAsynchronous(candidate)))
            fitting = [.. fitting.Where(candidate => !IsAsynchronous(candidate))];
        // Overloads with and without a token, each cached: their sources are overloads, too.
        if (fitting.Length == 2 && fitting[0].Name == fitting[1].Name && TakesToken(fitting[0]) != TakesToken(fitting[1])
            && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => TakesToken(other) != TakesToken(method)))
        {
            fitting = [fitting.First(candidate => TakesToken(candidate) == TakesToken(method))];
        }

        if (fitting.Length > 1)
        {
            context.Report(Rules.AmbiguousSource, method.Name, string.Join(" or ", fitting.Select(candidate => $"'{candidate.Name}'")), "say which with Source = nameof(...)");
            return null;
        }

        var source = fitting[0];
        if (returns == ReturnKind.Value && IsAsynchronous(source))
        {
            context.Report(Rules.SyncOverAsync, method.Name, source.Name);
            return null;
        }

        context.Source = source.OriginalDefinition;
        if (wrapped is null && Nearer(context, source) is { } nearer)
        {
            ReportNearer(context, source, nearer);
            return null;
        }

        return new SourceModel
        {
            Name = wrapped?.Call ?? (source.IsStatic ? Names.Access(source, method, inLambda: true) : Names.Identifier(source.Name)),
            IsStatic = source.IsStatic,
            ReturnsValueTask = source.ReturnType.AwaitedResult() is { IsValueTask: true },
            Arguments = Arguments(method, source).ToEquatableArray(),
            IsAsynchronous = IsAsynchronous(source),
            NeedsSuppression = !SymbolEqualityComparer.IncludeNullability.Equals(ResultOf(Closed(source, method), returns), value),
        };
    }

    /// <summary>
    /// A method that C# calls in the source's place: it stands nearer, and the arguments convert to what it takes. That the source fits better does not count
    /// then; and where the nearer one is the cached method itself, it would call itself for ever.
    /// </summary>
    public static IMethodSymbol? Nearer(ParseContext context, IMethodSymbol source)
    {
        var arguments = Closed(source, context.Method).Parameters;
        return context.Method.ContainingType.BasesOf().TakeWhile(level => !SymbolEqualityComparer.Default.Equals(level, source.ContainingType))
            .SelectMany(level => level.GetMembers(source.Name)).OfType<IMethodSymbol>()
            .FirstOrDefault(other => !other.IsOverride && context.Compilation.IsSymbolAccessibleWithin(other, context.Method.ContainingType) && Takes(other));

        bool Takes(IMethodSymbol other) => other.Arity == source.Arity
            && other.Parameters.Length >= arguments.Length && other.Parameters.Skip(arguments.Length).All(parameter => parameter.IsOptional || parameter.IsParams)
            && Closed(other, context.Method).Parameters.Zip(arguments, (parameter, argument) => StaticMethods.Takes(parameter, argument.Type, context)).All(takes => takes);
    }

    public static void ReportNearer(ParseContext context, IMethodSymbol source, IMethodSymbol nearer) => context.Report(
        Rules.AmbiguousSource, context.Method.Name, $"'{source.Name}({List(source.Parameters)})' or '{nearer.Name}({List(nearer.Parameters)})', which stands nearer and takes the same arguments", "rename one of them");

    /// <summary>The member of a wrapped interface, with its holder or without; null where the method has a source of its own, or there is none.</summary>
    public static WrappedSource? FindWrapped(ParseContext context, Wrapping wrapping) =>
        context.Argument<string>("Source") is null && !WriteCall.CallsNothing(context) && !Candidates(context, NamesOf(context)).Any() ? WrappedSource.Find(context.Method, wrapping) : null;

    /// <summary>
    /// The method that would be the source by its name alone, where there is to be none: whoever wrote it meant it. One that fits an overload
    /// is that one's, and so is the source of another method (of GetAsync beside Get).
    /// </summary>
    public static string? Unwanted(ParseContext context, ReturnKind returns)
    {
        var method = context.Method;
        var isAlone = method.ContainingType.GetMembers(method.Name).Length == 1;
        // Those of base types are not his to rename.
        return Candidates(context, ConventionalNames(method.Name))
            .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.ContainingType, method.ContainingType)
                && (isAlone || Mismatch(method, candidate, null, returns) is null)
                && !IsOfAnother(context, candidate))?.Name;
    }

    private static bool IsOfAnother(ParseContext context, IMethodSymbol candidate) => candidate.ContainingType.GetMembers().OfType<IMethodSymbol>()
        .Where(other => other.Name != context.Method.Name)
        .Select(other => MethodParsers.Find(other) is { } attribute ? context.Silent(other, attribute) : null).OfType<ParseContext>()
        .Any(other => !WriteCall.CallsNothing(other) && Candidates(other, NamesOf(other)).Contains(candidate, SymbolEqualityComparer.Default));

    /// <summary>What messages call the method whose source is looked for.</summary>
    public static string CallerOf(IMethodSymbol method) => WriteMethodParser.Attributes.Any(name => method.FindAttribute(name) is not null) ? $"'{method.Name}'" : "the cached method";

    /// <summary>Names as messages list them.</summary>
    public static string List(string[] names) => string.Join(" or ", names.Select(name => $"'{name}'"));

    private static bool IsAsynchronous(IMethodSymbol source) => source.ReturnType.AwaitedResult() is not null || source.ReturnType.IsNoResultTask();

    private static string[] NamesOf(ParseContext context) =>
        context.Argument<string>("Source") is { } stated ? [stated] : ConventionalNames(context.Method.Name);

    internal static string[] ConventionalNames(string name) => name.EndsWith("Async", StringComparison.Ordinal)
        ? [name.Substring(0, name.Length - 5) + "CoreAsync", name + "Core"]
        : [name + "Core", name + "CoreAsync"];

    internal static IEnumerable<IMethodSymbol> Candidates(ParseContext context, string[] names)
    {
        var method = context.Method;
        return method.ContainingType.BasesOf()
            .SelectMany(type => names.SelectMany(name => type.GetMembers(name)).OfType<IMethodSymbol>())
            .Where(candidate => candidate.Arity == method.Arity
                && (candidate.IsStatic || !method.IsStatic)
                && !SymbolEqualityComparer.Default.Equals(candidate, method)
                && !candidate.IsGenerated()
                && context.Compilation.IsSymbolAccessibleWithin(candidate, method.ContainingType))
            // What overrides or hides a method of a base type is called in its place.
            .GroupBy(candidate => $"{candidate.Name}({string.Join(", ", Closed(candidate, method).Parameters.Select(parameter => parameter.Type.ToDisplayString()))})")
            .Select(same => same.First());
    }

    private static string? Mismatch(IMethodSymbol method, IMethodSymbol candidate, ITypeSymbol? value, ReturnKind returns)
    {
        var source = Closed(candidate, method);
        var caller = CallerOf(method);
        var expected = method.Parameters.Where(IsArgument).ToArray();
        var actual = source.Parameters.Where(IsArgument).ToArray();
        var same = expected.Length == actual.Length
            && expected.Zip(actual, (e, a) => SymbolEqualityComparer.Default.Equals(e.Type, a.Type)).All(equal => equal)
            && actual.All(parameter => parameter.RefKind is RefKind.None or RefKind.In);
        if (!same)
            return $"it takes ({List(actual)}), {caller} ({List(expected)}); a CancellationToken may be added or left out, nothing else";

        var result = ResultOf(source, returns);
        if (source.ReturnsByRef || source.ReturnsByRefReadonly || !SymbolEqualityComparer.Default.Equals(result, value))
            return $"it returns {source.ReturnType.Short()}, {caller} {method.ReturnType.Short()}";
        if (expected.Zip(actual, (e, a) => (Parameter: a, IsNarrower: Admits(e.Type) && Refuses(a.Type))).FirstOrDefault(pair => pair.IsNarrower) is { Parameter: { } narrower })
            return $"its parameter '{narrower.Name}' does not take null, {caller}'s does";
        if (returns == ReturnKind.Stream && Admits(source.ReturnType))
            return $"it may return null ({source.ReturnType.Short()}), where a stream without items would do";
        if (result is not null && value is not null && Admits(result) && Refuses(value))
            return $"it may return null ({source.ReturnType.Short()}), {caller} says it does not ({method.ReturnType.Short()})";
        return null;
    }

    // Of value types, T? is another type than T.
    private static bool Admits(ITypeSymbol type) => !type.IsValueType && type.NullableAnnotation == NullableAnnotation.Annotated;

    private static bool Refuses(ITypeSymbol type) => !type.IsValueType && type.NullableAnnotation == NullableAnnotation.NotAnnotated;

    /// <summary>With the method's type parameters in place of its own.</summary>
    public static IMethodSymbol Closed(IMethodSymbol source, IMethodSymbol method) =>
        method.Arity == 0 || source.Arity != method.Arity ? source : source.Construct(
            ImmutableArray.CreateRange<ITypeSymbol>(method.TypeParameters),
            // As C# means T where it says T; without this every use of T would differ in nullability.
            ImmutableArray.CreateRange(method.TypeParameters.Select(_ => NullableAnnotation.NotAnnotated)));

    private static ITypeSymbol? ResultOf(IMethodSymbol source, ReturnKind returns) =>
        source.ReturnsVoid || source.ReturnType.IsNoResultTask() ? null
        : returns == ReturnKind.Stream ? source.ReturnType.StreamItem()
        : source.ReturnType.AwaitedResult()?.Result ?? source.ReturnType;

    private static bool TakesToken(IMethodSymbol method) => !method.Parameters.All(IsArgument);

    private static bool IsArgument(IParameterSymbol parameter) => !parameter.Type.IsCancellationToken();

    private static string List(IEnumerable<IParameterSymbol> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Type.Short()));

    private static SourceArgument[] Arguments(IMethodSymbol method, IMethodSymbol source)
    {
        var own = new Queue<IParameterSymbol>(method.Parameters.Where(IsArgument));
        return Closed(source, method).Parameters.Select(parameter =>
        {
            if (!IsArgument(parameter))
                return new SourceArgument("", NeedsSuppression: false);
            var argument = own.Dequeue();
            return new SourceArgument(Names.Identifier(argument.Name), !SymbolEqualityComparer.IncludeNullability.Equals(argument.Type, parameter.Type));
        }).ToArray();
    }

    internal static void Missing(ParseContext context, string[] names)
    {
        if (context.Argument<string>("Source") is { } stated)
            context.ReportArgument(Rules.NoSource, "Source", null, context.Method.Name, $"the type and its bases lack '{stated}'; write it, or name another");
        else
            context.Report(Rules.NoSource, context.Method.Name, $"looked for {List(names)}, or the member of a wrapped interface; write one, or name another with Source = nameof(...){WriteCall.OrNothing(context)}");
    }
}
