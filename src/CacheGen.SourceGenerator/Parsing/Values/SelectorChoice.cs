using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Which of several methods of one name an attribute means: the one that C# would call with the value.</summary>
internal static class SelectorChoice
{
    /// <summary>One; none of none; several where C# would call the call ambiguous.</summary>
    /// <param name="fitting">Those that could be called, of the nearest type first.</param>
    /// <param name="value">What is cached.</param>
    /// <param name="compilation">What knows which types convert.</param>
    public static IReadOnlyList<SelectorFinder.Found> Best(IReadOnlyList<SelectorFinder.Found> fitting, ITypeSymbol value, Compilation compilation)
    {
        if (fitting.Count < 2)
            return fitting;
        // What a derived type has comes before what its bases have, even if that fits better.
        var nearest = fitting.Where(found => Same(found.Method.ContainingType, fitting[0].Method.ContainingType)).ToArray();
        var best = First(
            nearest.Where(found => Same(TypeOf(found), value)),
            nearest.Where(found => Same(TypeOf(found).Unwrapped(), value.Unwrapped())),
            nearest.Where(found => nearest.All(other => IsNoWorse(TypeOf(found), TypeOf(other), compilation))));
        if (best.Length == 0)
            return nearest;
        // Both take the same then. Of those that are not generic the first one will do: they differ in what else they take.
        return First(
            best.Where(found => found.Method.Arity == 0).Take(1),
            best.Where(found => found.Method.OriginalDefinition.Parameters[0].Type is not ITypeParameterSymbol),
            best);
    }

    private static bool IsNoWorse(ITypeSymbol one, ITypeSymbol other, Compilation compilation) =>
        Same(one, other) || (Converts(one, other, compilation) && !Converts(other, one, compilation));

    private static bool Converts(ITypeSymbol from, ITypeSymbol to, Compilation compilation) => ((CSharpCompilation)compilation).ClassifyConversion(from, to).IsImplicit;

    private static ITypeSymbol TypeOf(SelectorFinder.Found found) => found.Method.Parameters[0].Type;

    private static bool Same(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static SelectorFinder.Found[] First(params IEnumerable<SelectorFinder.Found>[] choices) =>
        choices.Select(choice => choice.ToArray()).FirstOrDefault(choice => choice.Length > 0) ?? [];
}
