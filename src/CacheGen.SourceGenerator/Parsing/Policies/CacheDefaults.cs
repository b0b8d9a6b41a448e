using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Where a method's policy comes from when its own attribute says nothing.</summary>
internal static class CacheDefaults
{
    private const string DefaultsAttribute = "CacheDefaultsAttribute";

    /// <summary>
    /// The defaults that hold in a type, nearest first: its own, those of the types around it, the assembly's. Not those of base types:
    /// what holds for a method stands around it.
    /// </summary>
    public static IEnumerable<AttributeData> Around(INamedTypeSymbol type) => type.Nesting().Reverse<ISymbol>().Append(type.ContainingAssembly)
        .Select(symbol => symbol.FindAttribute(DefaultsAttribute))
        .OfType<AttributeData>();
}
