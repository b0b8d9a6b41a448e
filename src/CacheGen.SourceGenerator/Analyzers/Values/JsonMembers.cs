using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>How System.Text.Json makes an object of a user's type again.</summary>
internal static class JsonMembers
{
    public static string? ProblemOf(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            return type.Has("JsonPolymorphicAttribute", "JsonDerivedTypeAttribute") ? null
                : $"it cannot read {type.Short()} back, which is {(type.TypeKind == TypeKind.Interface ? "an interface" : "abstract")}; name its classes with [JsonDerivedType], or return one of them";
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return null;
        var (constructor, problem) = ConstructorOf(type);
        if (problem is not null)
            return problem;
        var members = Included(type).Select(member => member.Name).ToArray();
        if (constructor?.Parameters.FirstOrDefault(parameter => !members.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            return $"it cannot read {type.Short()} back, whose constructor takes '{unknown.Name}', which is no public property; add it, or another constructor with [JsonConstructor]";
        if (Written(type).FirstOrDefault(property => IsLost(property, constructor)) is { } lost)
            return $"it leaves {type.Name}.{lost.Name} empty when it reads, since its setter is not public; make it init, or add [JsonInclude]";
        return members.Length > 0 && !Included(type).Any(member => member is IPropertySymbol || member.Has("JsonIncludeAttribute"))
            ? $"it leaves out fields, and {type.Short()} has nothing else; make them properties"
            : null;
    }

    /// <summary>The properties that are written.</summary>
    public static IEnumerable<IPropertySymbol> Written(INamedTypeSymbol type) => Included(type).OfType<IPropertySymbol>().Where(property => !property.Has("JsonIgnoreAttribute"));

    /// <summary>Public members of the type and its bases, and what is marked.</summary>
    private static IEnumerable<ISymbol> Included(INamedTypeSymbol type) => type.BasesOf().SelectMany(t => t.GetMembers()).Where(member =>
        !member.IsStatic && member is IPropertySymbol { IsIndexer: false, GetMethod: not null } or IFieldSymbol { IsConst: false, IsStatic: false, IsImplicitlyDeclared: false }
        && (Accessor(member) == Accessibility.Public || member.Has("JsonIncludeAttribute")));

    private static Accessibility Accessor(ISymbol member) => member is IPropertySymbol { GetMethod: { } get } ? get.DeclaredAccessibility : member.DeclaredAccessibility;

    private static (IMethodSymbol? Constructor, string? Problem) ConstructorOf(INamedTypeSymbol type)
    {
        var all = type.InstanceConstructors;
        if (all.FirstOrDefault(constructor => constructor.Has("JsonConstructorAttribute")) is { } marked)
            return (marked, null);
        var open = all.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToArray();
        if (type.IsValueType || open.Any(constructor => constructor.Parameters.IsEmpty))
            return (null, null);
        return open.Length == 1 ? (open[0], null)
            : (null, $"it cannot read {type.Short()} back, which has {(open.Length == 0 ? "no public constructor" : "several constructors")}; mark one with [JsonConstructor]");
    }

    // A setter that somebody wrote and hid; without any, the value is computed, or made by the constructor.
    private static bool IsLost(IPropertySymbol property, IMethodSymbol? constructor) =>
        property.SetMethod is { DeclaredAccessibility: not Accessibility.Public } && !property.Has("JsonIncludeAttribute")
        && constructor?.Parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)) != true;
}
