using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What a batch takes and returns, by type.</summary>
internal static class BatchTypes
{
    /// <summary>Collections of ids, each with C# that makes it of an array.</summary>
    private static readonly Dictionary<string, string> s_ids = new()
    {
        ["System.Collections.Generic.IEnumerable"] = "{0}",
        ["System.Collections.Generic.ICollection"] = "{0}",
        ["System.Collections.Generic.IList"] = "{0}",
        ["System.Collections.Generic.IReadOnlyCollection"] = "{0}",
        ["System.Collections.Generic.IReadOnlyList"] = "{0}",
        ["System.Collections.Generic.List"] = "new global::System.Collections.Generic.List<{1}>({0})",
        ["System.Collections.Generic.ISet"] = "new global::System.Collections.Generic.HashSet<{1}>({0})",
        ["System.Collections.Generic.IReadOnlySet"] = "new global::System.Collections.Generic.HashSet<{1}>({0})",
        ["System.Collections.Generic.HashSet"] = "new global::System.Collections.Generic.HashSet<{1}>({0})",
    };

    private static readonly HashSet<string> s_dictionaries =
    [
        "System.Collections.Generic.IReadOnlyDictionary", "System.Collections.Generic.IDictionary", "System.Collections.Generic.Dictionary",
    ];

    private static readonly HashSet<string> s_lists =
    [
        "System.Collections.Generic.IReadOnlyList", "System.Collections.Generic.IReadOnlyCollection", "System.Collections.Generic.IList",
        "System.Collections.Generic.ICollection", "System.Collections.Generic.List",
    ];

    /// <summary>What a parameter that may hold the ids holds; null for any other.</summary>
    public static ITypeSymbol? IdOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { Arity: 1 } named when s_ids.ContainsKey(named.FullName()) => named.TypeArguments[0],
        _ => null,
    };

    /// <summary>C# that makes such a collection of the array <c>{0}</c>.</summary>
    public static string FromArray(ITypeSymbol collection) => collection is IArrayTypeSymbol
        ? "{0}"
        : s_ids[collection.FullName()].Replace("{1}", IdOf(collection)!.Code());

    /// <summary>What a batch method returns: values by ids, or a list of values, for which the id is null; null for any other type.</summary>
    public static (ITypeSymbol? Id, ITypeSymbol Value)? Result(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { Arity: 2 } named when s_dictionaries.Contains(named.FullName()) => (named.TypeArguments[0], named.TypeArguments[1]),
        INamedTypeSymbol { Arity: 1 } named when s_lists.Contains(named.FullName()) => (null, named.TypeArguments[0]),
        IArrayTypeSymbol { Rank: 1 } array => (null, array.ElementType),
        _ => null,
    };

    /// <summary>What a source may return: anything that can be read as one of these.</summary>
    public static (ITypeSymbol? Id, ITypeSymbol Value)? SourceResult(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
            return null;
        var items = type.AllInterfaces.Prepend(type as INamedTypeSymbol).Where(candidate => candidate?.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            .Select(candidate => candidate!.TypeArguments[0]).ToArray();
        if (items.Length != 1)
            return null;
        return items[0] is INamedTypeSymbol { Arity: 2 } pair && pair.FullName() == "System.Collections.Generic.KeyValuePair"
            ? (pair.TypeArguments[0], pair.TypeArguments[1])
            : (null, items[0]);
    }

    /// <summary>The type of an item in the cache: null stands for one that there is not. Null where no such type can be written.</summary>
    public static ITypeSymbol? Cached(ITypeSymbol value, Compilation compilation) =>
        value.IsReferenceType ? value.WithNullableAnnotation(NullableAnnotation.Annotated)
        : !value.IsValueType ? null
        : IsNullable(value) ? value
        : compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(value);

    /// <summary>Null is said to be a value.</summary>
    public static bool IsNullable(ITypeSymbol type) => type.IsReferenceType
        ? type.NullableAnnotation == NullableAnnotation.Annotated
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>One of them, without regard to whether it may be null.</summary>
    public static bool AreAlike(ITypeSymbol a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(a.Unwrapped(), b.Unwrapped());
}
