using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Records, structs and tuples in keys, and classes that mark members with [CacheKeyPart]: member by member.</summary>
internal static class KeyMembers
{
    public static KeyShape? ShapeOf(ITypeSymbol type, string expression, string name, bool mayBeNull, KeyPath path, out string problem)
    {
        if (path.Contains(type))
            return Fail(out problem, $"{type.Short()} contains itself");
        if ((KeyMarks.AreIn(type) ? KeyMarks.Problem(type, path) : Problem(type)) is { } wrong)
            return Fail(out problem, wrong);

        // One that may be null is one part of text: the lambda only ever sees a value.
        var access = mayBeNull ? "value" : expression;
        var inner = path.Into(type);
        var members = new List<KeyShape>();
        foreach (var (member, memberType) in Readable(type))
        {
            // One that derives from this one may have members that no key sees: such an argument is refused at run time.
            var owner = type.IsReferenceType && members.Count == 0 && !mayBeNull
                ? $"{KeyTypes.Helpers}.Exactly<{type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Code()}>({access})"
                : access;
            var shape = KeyTypes.ShapeOf(memberType, $"{owner}.{Names.Identifier(member.Name)}", name + member.Name, memberType.MayBeNull(), inner, out problem);
            if (shape is null)
            {
                problem = $"its member {member.Name} of type {memberType.Short()}: {problem}";
                return null;
            }

            members.Add(shape);
        }

        // One entry for all values, and for all that derived records may add.
        if (members.Count == 0)
            return Fail(out problem, "it has no members that could tell one value from another; leave it out with [NotInKey]");

        problem = "";
        var group = KeyShape.Group(members);
        return mayBeNull
            ? KeyShape.Single($"{KeyTypes.Helpers}.Optional({expression}, static value => {KeyTypes.Helpers}.Part({group.Inline()}))", KeyTypes.TextPart, false, name, KeyForms.OrNull(group.Form()))
            : group;
    }

    /// <summary>Whether the key of such a value refuses null itself; see CacheKey.Exactly.</summary>
    public static bool RefuseNull(ITypeSymbol type) => type.IsRecord || KeyMarks.AreIn(type);

    // record Query(string Text, [NotInKey] string TraceId): the attribute is the parameter's, the member is the property. Not asked
    // whether the type is a record: record structs of other assemblies look like any struct.
    public static bool IsLeftOut(ISymbol member) => member.FindAttribute("NotInKeyAttribute") is not null
        || (member is IPropertySymbol && member.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Any(parameter => parameter.Name == member.Name && parameter.FindAttribute("NotInKeyAttribute") is not null));

    private static string? Problem(ITypeSymbol type) =>
        !(type.IsRecord || type.TypeKind == TypeKind.Struct) || type.IsAbstract || type.SpecialType != SpecialType.None
            ? "it has no stable value; name members ({user.Id}) in the key, mark them with [CacheKeyPart] in the type, or leave it out with [NotInKey]"
            : Hidden(type) is { } hidden ? $"{type.Short()}.{hidden} cannot be read from outside: name members in the key, or mark them with [CacheKeyPart]"
            : null;

    /// <summary>The members that are the value of such a type in a key.</summary>
    public static IEnumerable<(ISymbol Member, ITypeSymbol Type)> Readable(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(element => ((ISymbol)element, element.Type))
        : (KeyMarks.AreIn(type) ? KeyMarks.In(type) : Public(type)).Select(member => (member, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type));

    private static IEnumerable<ISymbol> Public(ITypeSymbol type) => type.BasesOf().Reverse()
        .SelectMany(t => t.GetMembers())
        .Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false }
            and (IFieldSymbol or IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public }) && !IsLeftOut(member));

    // Two values that differ in a member no key can see would share an entry.
    private static string? Hidden(ITypeSymbol type) => type is INamedTypeSymbol { IsTupleType: true } ? null : type.BasesOf()
        .SelectMany(t => t.GetMembers())
        .OfType<IFieldSymbol>()
        .Where(field => !field.IsStatic && !field.IsConst)
        .Select(field => field.AssociatedSymbol ?? AutoProperty(field) ?? field)
        .FirstOrDefault(member => !IsLeftOut(member)
            && (member.DeclaredAccessibility != Accessibility.Public || member is IPropertySymbol { GetMethod: null }))?.Name;

    // In other assemblies nothing but its name ties the field of an automatic property to it.
    private static ISymbol? AutoProperty(IFieldSymbol field) => field.Name.StartsWith("<", StringComparison.Ordinal) && field.Name.IndexOf('>') is > 0 and var end
        ? field.ContainingType.GetMembers(field.Name.Substring(1, end - 1)).OfType<IPropertySymbol>().FirstOrDefault()
        : null;

    private static KeyShape? Fail(out string problem, string reason)
    {
        problem = reason;
        return null;
    }
}
