using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Finds the uncached method: <c>Source =</c>, else <c>{Name}Core</c> or <c>{Name}CoreAsync</c>.</summary>
internal static class SourceFinder
{
    public static SourceModel? Find(ParseContext context, ITypeSymbol value, ReturnKind returns)
    {
        var method = context.Method;
        var names = context.Argument<string>("Source") is { } stated ? [stated] : ConventionalNames(method.Name);
        var named = Candidates(context, names).ToArray();
        if (named.Length == 0)
        {
            Missing(context, names);
            return null;
        }

        var fitting = named.Where(candidate => Mismatch(method, candidate, value) is null).ToArray();
        if (fitting.Length == 0)
        {
            var first = named[0];
            context.Report(Rules.SourceMismatch, first, first.Name, Mismatch(method, first, value)!);
            return null;
        }

        // Get and GetAsync side by side, each with its own source.
        if (returns == ReturnKind.Value && fitting.Any(candidate => !IsAsynchronous(candidate)))
            fitting = [.. fitting.Where(candidate => !IsAsynchronous(candidate))];
        if (fitting.Length > 1)
        {
            context.Report(Rules.AmbiguousSource, method.Name, string.Join(" or ", fitting.Select(candidate => $"'{candidate.Name}'")));
            return null;
        }

        var source = fitting[0];
        if (returns == ReturnKind.Value && IsAsynchronous(source))
        {
            context.Report(Rules.SyncOverAsync, method.Name, source.Name);
            return null;
        }

        return new SourceModel
        {
            Name = source.IsStatic ? Names.Access(source, method) : Names.Identifier(source.Name),
            IsStatic = source.IsStatic,
            ReturnsValueTask = source.ReturnType.AwaitedResult() is { IsValueTask: true },
            Arguments = Arguments(method, source).ToEquatableArray(),
            NeedsSuppression = !SymbolEqualityComparer.IncludeNullability.Equals(ResultOf(Closed(source, method)), value),
        };
    }

    private static bool IsAsynchronous(IMethodSymbol source) => source.ReturnType.AwaitedResult() is not null;

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
                && context.Compilation.IsSymbolAccessibleWithin(candidate, method.ContainingType))
            // What overrides or hides a method of a base type is called in its place.
            .GroupBy(candidate => $"{candidate.Name}({string.Join(", ", Closed(candidate, method).Parameters.Select(parameter => parameter.Type.ToDisplayString()))})")
            .Select(same => same.First());
    }

    private static string? Mismatch(IMethodSymbol method, IMethodSymbol candidate, ITypeSymbol value)
    {
        var source = Closed(candidate, method);
        var expected = method.Parameters.Where(IsArgument).ToArray();
        var actual = source.Parameters.Where(IsArgument).ToArray();
        var same = expected.Length == actual.Length
            && expected.Zip(actual, (e, a) => SymbolEqualityComparer.Default.Equals(e.Type, a.Type)).All(equal => equal)
            && actual.All(parameter => parameter.RefKind is RefKind.None or RefKind.In);
        if (!same)
            return $"it takes ({List(actual)}), the cached method ({List(expected)}); a CancellationToken may be added or left out, nothing else";

        if (ResultOf(source) is not { } result || !SymbolEqualityComparer.Default.Equals(result, value))
            return $"it returns {source.ReturnType.Short()}, the cached method {method.ReturnType.Short()}";
        if (expected.Zip(actual, (e, a) => (Parameter: a, IsNarrower: Admits(e.Type) && Refuses(a.Type))).FirstOrDefault(pair => pair.IsNarrower) is { Parameter: { } narrower })
            return $"its parameter '{narrower.Name}' does not take null, the cached method's does";
        if (Admits(result) && Refuses(value))
            return $"it may return null ({source.ReturnType.Short()}), the cached method says it does not ({method.ReturnType.Short()})";
        return null;
    }

    // Of value types, T? is another type than T.
    private static bool Admits(ITypeSymbol type) => !type.IsValueType && type.NullableAnnotation == NullableAnnotation.Annotated;

    private static bool Refuses(ITypeSymbol type) => !type.IsValueType && type.NullableAnnotation == NullableAnnotation.NotAnnotated;

    internal static IMethodSymbol Closed(IMethodSymbol source, IMethodSymbol method) =>
        method.Arity == 0 || source.Arity != method.Arity ? source : source.Construct(
            ImmutableArray.CreateRange<ITypeSymbol>(method.TypeParameters),
            // As C# means T where it says T; without this every use of T would differ in nullability.
            ImmutableArray.CreateRange(method.TypeParameters.Select(_ => NullableAnnotation.NotAnnotated)));

    private static ITypeSymbol? ResultOf(IMethodSymbol source) =>
        source.ReturnsVoid || source.ReturnsByRef || source.ReturnsByRefReadonly ? null : source.ReturnType.AwaitedResult()?.Result ?? source.ReturnType;

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
            context.ReportArgument(Rules.NoSource, "Source", null, context.Method.Name, $"'{stated}', which the type and its bases lack");
        else
            context.Report(Rules.NoSource, context.Method.Name, string.Join(" or ", names.Select(name => $"'{name}'")));
    }
}
