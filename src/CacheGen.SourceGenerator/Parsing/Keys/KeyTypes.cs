using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// Which types may stand in a key, and how: as a typed part whose own equality agrees with its text, or as its text.
/// Anything without a stable value is refused; there is no ToString() fallback.
/// </summary>
internal static class KeyTypes
{
    internal const string Helpers = "global::CacheGen.CompilerServices.CacheKey";
    internal const string TextPart = "global::CacheGen.CompilerServices.KeyText";

    /// <summary>Value types whose Equals and CacheKeyHandler's text agree.</summary>
    private static readonly HashSet<string> s_agreeing =
    [
        "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
        "System.IntPtr", "System.UIntPtr", "System.Int128", "System.UInt128", "System.Char", "System.Boolean", "System.Decimal",
        "System.Single", "System.Double", "System.Half", "System.Guid", "System.DateOnly", "System.TimeOnly", "System.TimeSpan",
        "System.Numerics.BigInteger",
    ];

    /// <summary>Collections that can be read twice and have an end.</summary>
    private static readonly HashSet<string> s_collections =
    [
        "System.Collections.Generic.List", "System.Collections.Generic.IList", "System.Collections.Generic.ICollection",
        "System.Collections.Generic.IReadOnlyList", "System.Collections.Generic.IReadOnlyCollection",
        "System.Collections.Generic.HashSet", "System.Collections.Generic.ISet", "System.Collections.Generic.IReadOnlySet",
        "System.Collections.Generic.SortedSet", "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableList",
        "System.Collections.Immutable.ImmutableHashSet", "System.Collections.Frozen.FrozenSet",
    ];

    /// <summary>Collections whose order says nothing, and may differ from process to process: always written as sets.</summary>
    private static readonly HashSet<string> s_sets =
    [
        "System.Collections.Generic.HashSet", "System.Collections.Generic.ISet", "System.Collections.Generic.IReadOnlySet",
        "System.Collections.Generic.SortedSet", "System.Collections.Immutable.ImmutableHashSet", "System.Collections.Frozen.FrozenSet",
    ];

    /// <summary>They have IFormattable's method and ignore the format.</summary>
    private static readonly HashSet<string> s_formatless = ["System.Char", "System.Uri", "System.Version"];

    /// <summary>Whether null can stand where this type is declared. Code that says nothing of null may pass it.</summary>
    public static bool MayBeNull(this ITypeSymbol type) => type.IsReferenceType
        ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type under Nullable&lt;T&gt;, or the type itself.</summary>
    public static ITypeSymbol Unwrapped(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>What a collection holds, where it is one that keys can read.</summary>
    public static ITypeSymbol? ItemOf(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { Arity: 1 } named when s_collections.Contains(named.FullName()) => named.TypeArguments[0],
        _ => null,
    };

    public static bool IsFormattable(this ITypeSymbol type) => type is ITypeParameterSymbol parameter
        ? parameter.ConstraintTypes.Any(constraint => constraint.FullName() is "System.Enum" or "System.IFormattable" || constraint.IsFormattable())
        : type.AllInterfaces.Any(i => i.FullName() == "System.IFormattable");

    /// <summary>Whether a hole with this type may say a format.</summary>
    public static bool TakesFormat(this ITypeSymbol type) =>
        (type.IsFormattable() || type.TypeKind == TypeKind.Enum) && !s_formatless.Contains(type.FullName());

    /// <summary>A collection that is written as a set without being asked.</summary>
    public static bool IsSet(this ITypeSymbol type) => s_sets.Contains(type.FullName());

    /// <summary>Whether a value of this type stands in a key by its members.</summary>
    public static bool IsReadByMembers(this ITypeSymbol type) => KeyMarks.AreIn(type) || !(
        type.SpecialType is SpecialType.System_String or SpecialType.System_DateTime || type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter
        || s_agreeing.Contains(type.FullName()) || type.FullName() is "System.DateTimeOffset" or "System.Uri" or "System.Version"
        || (type.IsValueType && type.IsFormattable()) || ItemOf(type) is not null);

    /// <summary>The shape of a value in a key; null, with the reason, where the type has no stable value.</summary>
    /// <param name="type">The declared type of the expression.</param>
    /// <param name="expression">C# that gives the value; it is evaluated more than once.</param>
    /// <param name="name">What a part made of it is called.</param>
    /// <param name="mayBeNull">The expression can be null, by its type or by a ?. in it.</param>
    /// <param name="path">The way here.</param>
    /// <param name="problem">Why not.</param>
    public static KeyShape? ShapeOf(ITypeSymbol type, string expression, string name, bool mayBeNull, KeyPath path, out string problem)
    {
        problem = "";
        var bare = type.Unwrapped();
        var code = bare.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Code();
        if (bare.SpecialType == SpecialType.System_String)
            return KeyShape.Single(expression, "string", mayBeNull, name, KeyForms.Text);
        if (bare.TypeKind == TypeKind.Enum || s_agreeing.Contains(bare.FullName()))
            return KeyShape.Single(expression, code, mayBeNull, name, KeyForms.Of(bare));
        if (bare.SpecialType == SpecialType.System_DateTime || bare.FullName() == "System.DateTimeOffset")
            return KeyShape.Single($"{Helpers}.Exact({expression})", $"global::CacheGen.CompilerServices.Exact{bare.Name}", mayBeNull, name, KeyForms.Of(bare));
        if (KeyMarks.AreIn(bare))
            return KeyMembers.ShapeOf(bare, expression, name, mayBeNull, path, out problem);
        if (bare.FullName() == "System.Uri")
            return KeyShape.Single($"{expression}{(mayBeNull ? "?" : "")}.OriginalString", "string", mayBeNull, name, KeyForms.Text);
        if (bare.FullName() == "System.Version" || (bare.IsValueType && bare.IsFormattable()))
            return KeyShape.Single($"{Helpers}.Text({expression})", "string", mayBeNull, name, KeyForms.Text);
        if (ItemOf(bare) is { } item)
            return Collection(type, item, expression, name, s_sets.Contains(bare.FullName()), path, out problem);
        return KeyMembers.ShapeOf(bare, expression, name, mayBeNull, path, out problem);
    }

    /// <summary>A collection as one part of text, with a lambda that writes one item.</summary>
    public static KeyShape? Collection(
        ITypeSymbol type, ITypeSymbol item, string expression, string name, bool asSet, KeyPath path, out string problem)
    {
        if (ShapeOf(item, "item", "Item", item.MayBeNull(), path, out problem) is not { } shape)
            return null;
        // The compiler does not find the type of the items through Nullable<ImmutableArray<T>>.
        var itemType = type.IsValueType ? $"<{item.Code()}>" : "";
        var call = $"{Helpers}.{(asSet ? "Set" : "List")}{itemType}({expression}, static item => {Helpers}.Part({shape.Inline()}))";
        return KeyShape.Single(call, TextPart, false, name, KeyForms.OrNull($@"\[({shape.Form()},)*\]"));
    }
}
