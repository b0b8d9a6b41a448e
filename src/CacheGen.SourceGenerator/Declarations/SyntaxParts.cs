using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Declarations;

/// <summary>Parts of declarations.</summary>
internal static class SyntaxParts
{
    /// <summary>
    /// What a method, a constructor, an operator or an accessor does. Its symbol does not depend on it, and neither may a model: models are made anew
    /// only where something outside of bodies has changed.
    /// </summary>
    public static bool IsBody(this SyntaxNode node) =>
        node is BlockSyntax or ArrowExpressionClauseSyntax && node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax;

    /// <summary>The part of a name after its last dot.</summary>
    public static string LastName(this NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
