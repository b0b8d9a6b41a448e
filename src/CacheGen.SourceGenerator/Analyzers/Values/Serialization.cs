using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>CG3004: what does not come back from L2 as it was stored.</summary>
internal static class Serialization
{
    public static Diagnostic? Check(AnalyzedMethod method, ITypeSymbol value, AnalyzedType type)
    {
        var serializer = DeclaredSerializer.Of(type);
        var problem = serializer.Context is { } context && !HoldsTypeParameter(value) && !serializer.Knows(value)
            ? $"{context.Name} lacks [JsonSerializable(typeof(FusionCacheDistributedEntry<{value.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Short()}>))]; add it"
            : serializer.IsDefault || serializer.Context is not null ? JsonRoundTrip.ProblemOf(value)
            : null;
        return problem is null ? null : Diagnostic.Create(Rules.NotSerializable, method.Context.ReturnTypeLocation, method.Symbol.Name, value.Short(), problem);
    }

    // What it will be is known where the method is called.
    private static bool HoldsTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HoldsTypeParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HoldsTypeParameter),
        _ => false,
    };
}
