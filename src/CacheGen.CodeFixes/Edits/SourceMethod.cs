using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Edits;

/// <summary>The declaration of the uncached method that goes with a method of ours, as text.</summary>
internal static class SourceMethod
{
    private static readonly SyntaxKind[] s_keptModifiers = [SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.UnsafeKeyword, SyntaxKind.AsyncKeyword];

    /// <summary>
    /// Up to its body: private, with the same parameters and constraints. Defaults stay where callers see them. Of the attributes those are
    /// repeated that tell the compiler and analyzers something of a body.
    /// </summary>
    public static string Header(MethodDeclarationSyntax method, string name, SemanticModel model)
    {
        var attributes = string.Concat(method.AttributeLists.Select(list => Kept(list, model)).OfType<AttributeListSyntax>().Select(list => list + method.NextLine()));
        var modifiers = string.Concat(method.Modifiers.Where(token => s_keptModifiers.Contains(token.Kind())).Select(token => token.Text + " "));
        var parameters = method.ParameterList.ReplaceNodes(method.ParameterList.Parameters, (parameter, _) => OfSource(parameter, model)).WithoutTrivia();
        var constraints = string.Concat(method.ConstraintClauses.Select(clause => " " + clause));
        return $"{attributes}private {modifiers}{method.ReturnType} {name}{method.TypeParameterList}{parameters}{constraints}";
    }

    /// <summary>It belongs to an iterator's body: on a declaration without one it is a warning.</summary>
    public static bool IsOfIterator(AttributeSyntax attribute, SemanticModel model) => TypeOf(attribute, model)?.Name == "EnumeratorCancellationAttribute";

    private static ParameterSyntax OfSource(ParameterSyntax parameter, SemanticModel model) => parameter
        .WithAttributeLists(SyntaxFactory.List(parameter.AttributeLists.Select(list => Kept(list, model)?.WithTrailingTrivia(SyntaxFactory.Space)).OfType<AttributeListSyntax>()))
        .WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(token => token.Kind() is not (SyntaxKind.ThisKeyword or SyntaxKind.ParamsKeyword))))
        .WithDefault(null)
        .WithLeadingTrivia(parameter.GetLeadingTrivia())
        .WithTrailingTrivia(parameter.GetTrailingTrivia());

    private static AttributeListSyntax? Kept(AttributeListSyntax list, SemanticModel model)
    {
        var kept = list.Attributes.Where(attribute => IsOfBody(attribute, model)).ToArray();
        return kept.Length == 0 ? null : list.WithAttributes(SyntaxFactory.SeparatedList(kept)).WithoutTrivia();
    }

    private static bool IsOfBody(AttributeSyntax attribute, SemanticModel model) =>
        TypeOf(attribute, model)?.ContainingNamespace.ToDisplayString() == "System.Diagnostics.CodeAnalysis" || IsOfIterator(attribute, model);

    private static INamedTypeSymbol? TypeOf(AttributeSyntax attribute, SemanticModel model) =>
        attribute.SyntaxTree == model.SyntaxTree ? (model.GetSymbolInfo(attribute).Symbol ?? model.GetSymbolInfo(attribute).CandidateSymbols.FirstOrDefault())?.ContainingType : null;
}
