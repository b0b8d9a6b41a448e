using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Key;

/// <summary>The members of a type that could stand in a key, where the type itself cannot.</summary>
internal static class StableMembers
{
    /// <summary>Public properties of a class, struct or interface whose values are key parts.</summary>
    public static IReadOnlyList<IPropertySymbol> Of(ITypeSymbol type, ParseContext context) =>
        type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) || type.SpecialType != SpecialType.None || type.ItemOf() is not null || KeyMarks.AreIn(type)
            ? []
            : [.. HoleResolver.MembersOf(type, context).OfType<IPropertySymbol>()
                .Where(property => property.DeclaredAccessibility == Accessibility.Public && !KeyMembers.IsLeftOut(property) && !property.Type.IsServiceOrInput()
                    && !property.ContainingType.FullName().StartsWith("System.", StringComparison.Ordinal)
                    && KeyTypes.ShapeOf(property.Type, "value", "Value", property.Type.MayBeNull(), new KeyPath(context), out _) is not null)
                .GroupBy(property => property.Name).Select(same => same.First())];

    /// <summary>Marks them, where all stand in files of this solution as properties of a class or struct that can be marked.</summary>
    public static Edit[] Mark(IReadOnlyList<IPropertySymbol> members, FixContext context)
    {
        if (members.Any(member => member.ContainingType is { TypeKind: TypeKind.Interface } or { IsAbstract: true } or { IsRecord: true }))
            return [];
        var declarations = members.Select(member => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as PropertyDeclarationSyntax).ToArray();
        return declarations.Any(declaration => declaration is null)
            ? []
            : [.. declarations.Select(declaration => Edit.Insert(declaration!.SyntaxTree, declaration.SpanStart, $"[{Name(declaration, context)}] "))];
    }

    // The type's file may lack the using that the method's has; the one of a type with methods of ours needs none.
    private static string Name(PropertyDeclarationSyntax declaration, FixContext context) =>
        context.Model.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
        && context.Model.Compilation.GetSemanticModel(declaration.SyntaxTree).LookupNamespacesAndTypes(declaration.SpanStart, name: "CacheKeyPartAttribute").Any()
            ? "CacheKeyPart"
            : "CacheGen.CacheKeyPart";
}
