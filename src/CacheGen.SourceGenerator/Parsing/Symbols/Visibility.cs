using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>How visible a typed handle may be: as its method is, and no more than the types in its signature.</summary>
internal static class Visibility
{
    public static string? OfHandle(IMethodSymbol method, ITypeSymbol value, KeyModel key, ItemParameter? item)
    {
        var types = method.Parameters.Where(parameter => key.Reads.Contains(Names.Identifier(parameter.Name)) || SymbolEqualityComparer.Default.Equals(parameter, item?.Ids))
            .Select(parameter => parameter.Type).Append(value)
            .Concat(method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes)).ToArray();
        if (types.Any(type => Of(type) == Accessibility.Private))
            return null;
        return method.DeclaredAccessibility == Accessibility.Public && types.All(type => Of(type) == Accessibility.Public) ? "public" : "internal";
    }

    /// <summary>Public, Internal, or Private for anything that not the whole assembly sees.</summary>
    public static Accessibility Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType),
        ITypeParameterSymbol => Accessibility.Public,
        INamedTypeSymbol named => named.Nesting().Select(outer => outer.DeclaredAccessibility switch
            {
                Accessibility.Public or Accessibility.NotApplicable => Accessibility.Public,
                Accessibility.Internal or Accessibility.ProtectedOrInternal => Accessibility.Internal,
                _ => Accessibility.Private,
            })
            .Concat(named.Nesting().SelectMany(outer => outer.TypeArguments).Select(Of))
            .Min(),
        _ => Accessibility.Public,
    };
}
