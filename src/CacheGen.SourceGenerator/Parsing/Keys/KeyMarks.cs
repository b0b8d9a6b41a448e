using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Members marked with [CacheKeyPart]: where a type has any, they alone are its value in a key.</summary>
internal static class KeyMarks
{
    private const string CacheKeyPartAttribute = "CacheKeyPartAttribute";

    public static bool AreIn(ITypeSymbol type) => In(type).Any();

    /// <summary>The marked members, those of base types first. One that overrides another stands in its place.</summary>
    public static IEnumerable<ISymbol> In(ITypeSymbol type) => type.TypeKind is not (TypeKind.Class or TypeKind.Struct) ? [] : type.BasesOf().Reverse()
        .SelectMany(t => t.GetMembers())
        .Where(member => member.Kind is SymbolKind.Field or SymbolKind.Property && IsMarked(member)
            && !(member is IPropertySymbol { OverriddenProperty: { } overridden } && IsMarked(overridden)));

    /// <summary>Why they cannot be read; null where they can.</summary>
    public static string? Problem(ITypeSymbol type, KeyPath path)
    {
        if (type.IsAbstract)
            return $"{type.Short()} is abstract, and what derives from it may mark more members: name members ({{user.Id}}) in the key";
        var members = In(type).ToArray();
        foreach (var member in members)
        {
            var problem = member.IsStatic || member is IPropertySymbol { IsIndexer: true } or IPropertySymbol { GetMethod: null }
                    ? "is marked [CacheKeyPart], and is nothing that a value has: mark fields, or properties that can be read"
                : KeyMembers.IsLeftOut(member) ? "is marked [CacheKeyPart] and [NotInKey]: leave one out"
                : !path.CanRead(member) ? "is marked [CacheKeyPart] and cannot be read from here: make it internal or public"
                : members.Count(other => other.Name == member.Name) > 1 ? "is marked [CacheKeyPart] in a base type too, and hides it: rename one"
                : null;
            if (problem is not null)
                return $"{type.Short()}.{member.Name} {problem}";
        }

        return null;
    }

    private static bool IsMarked(ISymbol member) => member.FindAttribute(CacheKeyPartAttribute) is not null;
}
