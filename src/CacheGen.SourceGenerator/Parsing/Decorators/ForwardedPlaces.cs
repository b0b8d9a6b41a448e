using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing.Decorators;

/// <summary>
/// Forwarded members are public, as their users would write them. Where a public one would collide with something, or could not be
/// seen by all who see the type, the member can only be reached through its interface.
/// </summary>
internal sealed class ForwardedPlaces(INamedTypeSymbol type, IReadOnlyList<ISymbol> members)
{
    /// <summary>How accessors, which are methods too, are called.</summary>
    private static readonly string[] s_accessors = ["get_", "set_", "add_", "remove_"];

    public bool IsPublic(ISymbol member)
    {
        var name = NameOf(member);
        return !member.IsStatic
            && AccessorsOf(member).All(part => part.DeclaredAccessibility == Accessibility.Public)
            && type.Name != name && !type.TypeParameters.Any(parameter => parameter.Name == name)
            && !(type.IsRecord && name == "Clone")
            && !s_accessors.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            // A member comes before a constructor parameter of its name.
            && !type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Any(parameter => parameter.Name == name)
            && IsVisible(member)
            && !IsTaken(member, name)
            && members.Where(other => !ReferenceEquals(other, member) && NameOf(other) == name && Collide(other, member))
                .All(other => member.ContainingType.AllInterfaces.Contains(other.ContainingType, SymbolEqualityComparer.Default));
    }

    private static string NameOf(ISymbol member) => member is IPropertySymbol { IsIndexer: true } ? "Item" : member.Name;

    private bool IsTaken(ISymbol member, string name)
    {
        var isIndexer = member is IPropertySymbol { IsIndexer: true };
        return type.BasesOf().SelectMany(level => level.GetMembers()).Any(other => !other.IsGenerated()
            && (SymbolEqualityComparer.Default.Equals(other.ContainingType, type) || other.DeclaredAccessibility != Accessibility.Private)
            && (NameOf(other) == name || (isIndexer && other is IPropertySymbol { IsIndexer: true })) && Collide(other, member));
    }

    /// <summary>Methods and indexers share a name as overloads do, others do not.</summary>
    private static bool Collide(ISymbol a, ISymbol b) => (a, b) switch
    {
        (IMethodSymbol one, IMethodSymbol other) => one.Arity == other.Arity && Signature(one.Parameters) == Signature(other.Parameters),
        // Also two indexers of one type that the metadata call differently.
        (IPropertySymbol { IsIndexer: true } one, IPropertySymbol { IsIndexer: true } other) =>
            one.MetadataName != other.MetadataName || Signature(one.Parameters) == Signature(other.Parameters),
        _ => true,
    };

    private static string Signature(IEnumerable<IParameterSymbol> parameters) =>
        string.Join(", ", parameters.Select(parameter => (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.Bare()));

    private static IEnumerable<ISymbol> AccessorsOf(ISymbol member) => (member is IPropertySymbol property
        ? new ISymbol?[] { member, property.GetMethod, property.SetMethod }
        : [member]).OfType<ISymbol>();

    private bool IsVisible(ISymbol member)
    {
        var types = member switch
        {
            IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Concat(method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes)),
            IPropertySymbol property => property.Parameters.Select(parameter => parameter.Type).Append(property.Type),
            _ => [((IEventSymbol)member).Type],
        };
        var least = types.Select(Visibility.Of).Min();
        // Not so a type that is nested and protected: derived types of other assemblies see it.
        return least == Accessibility.Public || (least == Accessibility.Internal
            && type.Nesting().Any(outer => outer.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal));
    }
}
