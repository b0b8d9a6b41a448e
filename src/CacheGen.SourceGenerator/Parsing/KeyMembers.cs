using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Records, structs and tuples in keys: member by member.</summary>
internal static class KeyMembers
{
    public static KeyShape? ShapeOf(ITypeSymbol type, string expression, string name, bool mayBeNull, IReadOnlyList<ITypeSymbol> path, out string problem)
    {
        if (path.Contains(type, SymbolEqualityComparer.Default))
            return Fail(out problem, $"{type.Short()} contains itself");
        if (!(type.IsRecord || type.TypeKind == TypeKind.Struct) || type.IsAbstract || type.SpecialType != SpecialType.None)
            return Fail(out problem, "it has no stable value; name members ({user.Id}) in the key, or leave it out with [NotInKey]");
        if (Hidden(type) is { } hidden)
            return Fail(out problem, $"{type.Short()}.{hidden} cannot be read from outside: name members in the key");

        var access = type.IsValueType && mayBeNull ? $"{expression}.Value" : expression;
        var inner = path.Append(type).ToArray();
        var members = new List<KeyShape>();
        foreach (var (member, memberType) in Readable(type))
        {
            // A record that derives from this one may have members that no key sees: such an argument is refused at run time.
            var owner = type.IsReferenceType && members.Count == 0 ? $"{KeyTypes.Helpers}.Exactly<{type.Code()}>({access})" : access;
            var shape = KeyTypes.ShapeOf(memberType, $"{owner}.{Names.Identifier(member.Name)}", name + member.Name, memberType.MayBeNull(), inner, out problem);
            if (shape is null)
            {
                problem = $"its member {member.Name} of type {memberType.Short()}: {problem}";
                return null;
            }

            members.Add(shape);
        }

        problem = "";
        var group = KeyShape.Group(members);
        return mayBeNull
            ? KeyShape.Single($"({expression} is null ? {KeyTypes.TextPart}.Null : {KeyTypes.Helpers}.Part({group.Inline()}))", KeyTypes.TextPart, false, name)
            : group;
    }

    private static IEnumerable<(ISymbol Member, ITypeSymbol Type)> Readable(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return tuple.TupleElements.Select(element => ((ISymbol)element, element.Type));
        return type.BasesOf().Reverse()
            .SelectMany(t => t.GetMembers())
            .Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && member.FindAttribute("NotInKeyAttribute") is null)
            .Where(member => !member.IsOverride)
            .Select(member => (member, Type: member switch
            {
                IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property => property.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            }))
            .Where(pair => pair.Type is not null)
            .Select(pair => (pair.member, pair.Type!));
    }

    // Two values that differ in a member no key can see would share an entry.
    private static string? Hidden(ITypeSymbol type) => type is INamedTypeSymbol { IsTupleType: true } ? null : type.BasesOf()
        .SelectMany(t => t.GetMembers())
        .OfType<IFieldSymbol>()
        .Where(field => !field.IsStatic && !field.IsConst)
        .Select(field => field.AssociatedSymbol ?? field)
        .FirstOrDefault(member => member.FindAttribute("NotInKeyAttribute") is null
            && (member.DeclaredAccessibility != Accessibility.Public || member is IPropertySymbol { GetMethod: null }))?.Name;

    private static KeyShape? Fail(out string problem, string reason)
    {
        problem = reason;
        return null;
    }
}
