using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Whether a value can be given to a parameter of the user's, as C# lets it without a warning.</summary>
internal static class Conversions
{
    /// <param name="Problem">Why it cannot; null where it can.</param>
    /// <param name="Suffix">What the value's name is followed by: <c>.Value</c>, <c>!</c>, or nothing.</param>
    /// <param name="SkipsNull">The value may be null, the parameter takes none: it must be asked about others only.</param>
    public sealed record Result(string? Problem, string Suffix = "", bool SkipsNull = false);

    public static Result Find(ITypeSymbol from, ITypeSymbol to, Compilation compilation)
    {
        var skipsNull = MayBeNull(from) && !TakesNull(to) && !IsTheSameParameter(from, to);
        var bare = skipsNull ? from.Unwrapped() : from;
        if (compilation is not CSharpCompilation csharp || csharp.ClassifyConversion(bare, to) is not { IsImplicit: true })
            return new Result($"it takes {to.Short()}, not {from.Short()}");
        if (NarrowerInside(bare, to))
            return new Result($"it takes {to.Short()}, but in {from.Short()} there may be null");
        var isSame = SymbolEqualityComparer.IncludeNullability.Equals(Strip(bare), Strip(to)) || !SymbolEqualityComparer.Default.Equals(bare, to);
        return new Result(null, (SymbolEqualityComparer.Default.Equals(bare, from) ? "" : ".Value") + (isSame ? "" : "!"), skipsNull);
    }

    /// <summary>Code that says nothing of null may pass it; so may a type parameter that nothing is known of.</summary>
    private static bool MayBeNull(ITypeSymbol type) => type is ITypeParameterSymbol { IsReferenceType: false } parameter
        ? !parameter.IsValueType && (!parameter.HasNotNullConstraint || parameter.NullableAnnotation == NullableAnnotation.Annotated)
        : type.MayBeNull();

    // Only what says that it takes null is given it.
    private static bool TakesNull(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (!type.IsValueType && type.NullableAnnotation == NullableAnnotation.Annotated);

    // T where T is what it is: null is for the type argument to say.
    private static bool IsTheSameParameter(ITypeSymbol from, ITypeSymbol to) => from is ITypeParameterSymbol { NullableAnnotation: not NullableAnnotation.Annotated }
        && SymbolEqualityComparer.Default.Equals(from, to);

    private static ITypeSymbol Strip(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None);

    private static bool NarrowerInside(ITypeSymbol from, ITypeSymbol to)
    {
        if (from is IArrayTypeSymbol { ElementType: var own } && to is IArrayTypeSymbol { ElementType: var other })
            return IsNarrower(own, other);
        if (to is not INamedTypeSymbol { TypeArguments.Length: > 0 } named)
            return false;
        var level = from.BasesOf().Concat(from.AllInterfaces).OfType<INamedTypeSymbol>()
            .FirstOrDefault(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, named.OriginalDefinition));
        return level is not null && level.TypeArguments.Zip(named.TypeArguments, IsNarrower).Any(narrower => narrower);
    }

    private static bool IsNarrower(ITypeSymbol from, ITypeSymbol to) =>
        (!from.IsValueType && from.NullableAnnotation == NullableAnnotation.Annotated && to.NullableAnnotation == NullableAnnotation.NotAnnotated)
        || NarrowerInside(from, to);
}
