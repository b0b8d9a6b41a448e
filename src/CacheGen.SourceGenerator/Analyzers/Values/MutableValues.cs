using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>CG3002: a collection that whoever gets it from the cache may write into.</summary>
/// <remarks>Classes with setters are not told: entities and what serializers read are made of these, and hardly anybody sets them.</remarks>
internal static class MutableValues
{
    /// <summary>In <see cref="Diagnostic.Properties"/>: the type to return in its place, without type arguments.</summary>
    public const string InsteadProperty = "Instead";

    private const string Generic = "System.Collections.Generic.";
    private const string List = "IReadOnlyList", Items = "IReadOnlyCollection", Set = "IReadOnlySet", Map = "IReadOnlyDictionary";

    /// <summary>Each with the view of it that cannot be written to; an empty one where there is none.</summary>
    private static readonly Dictionary<string, string> s_types = new()
    {
        [Generic + "List"] = List,
        [Generic + "IList"] = List,
        ["System.Collections.ObjectModel.Collection"] = List,
        ["System.Collections.ObjectModel.ObservableCollection"] = List,
        [Generic + "ICollection"] = Items,
        [Generic + "Queue"] = Items,
        [Generic + "Stack"] = Items,
        [Generic + "LinkedList"] = Items,
        [Generic + "HashSet"] = Set,
        [Generic + "SortedSet"] = Set,
        [Generic + "ISet"] = Set,
        [Generic + "Dictionary"] = Map,
        [Generic + "IDictionary"] = Map,
        [Generic + "SortedDictionary"] = Map,
        [Generic + "SortedList"] = Map,
        ["System.Collections.ArrayList"] = "",
        ["System.Collections.Hashtable"] = "",
        ["System.Text.StringBuilder"] = "",
    };

    public static Diagnostic? Check(AnalyzedMethod method, ITypeSymbol value)
    {
        foreach (var type in HeldBy(value).Prepend(value))
        {
            if (InsteadOf(type) is not { } instead)
                continue;
            var isItem = !SymbolEqualityComparer.Default.Equals(type, value);
            var advice = instead.Length == 0 ? "return something that cannot be written to"
                : $"{(isItem ? "let the items be" : "return")} {instead}<{string.Join(", ", Arguments(type).Select(argument => argument.Short()))}>{(instead == List ? " or ImmutableArray" : "")}";
            return Diagnostic.Create(
                Rules.SharedMutable, method.Context.ReturnTypeLocation,
                ImmutableDictionary<string, string?>.Empty.Add(InsteadProperty, isItem || instead.Length == 0 ? null : instead),
                method.Symbol.Name, isItem ? $"{type.Short()} in {value.Short()}" : type.Short(), advice);
        }

        return null;
    }

    /// <summary>What could be returned in the place of a type; null where that cannot be written to anyway.</summary>
    private static string? InsteadOf(ITypeSymbol type) => type switch
    {
        // Bytes are what files and pictures are; their readers read.
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => null,
        IArrayTypeSymbol { Rank: 1 } => List,
        IArrayTypeSymbol => "",
        _ => s_types.TryGetValue(type.FullName(), out var instead) ? instead : null,
    };

    private static ImmutableArray<ITypeSymbol> Arguments(ITypeSymbol type) => type is IArrayTypeSymbol array ? ImmutableArray.Create(array.ElementType) : ((INamedTypeSymbol)type).TypeArguments;

    private static IEnumerable<ITypeSymbol> HeldBy(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Select(element => element.Type),
        INamedTypeSymbol { TypeArguments.Length: > 0 } named when named.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true => named.TypeArguments,
        _ => [],
    };
}
