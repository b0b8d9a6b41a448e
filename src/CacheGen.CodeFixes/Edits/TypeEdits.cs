using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Edits;

/// <summary>Changes of the types around a method.</summary>
internal static class TypeEdits
{
    /// <summary>Makes the types around a node, and it itself where it is one, partial.</summary>
    public static IEnumerable<Edit> MakePartial(SyntaxNode node) => node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
        .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
        .Select(type => Edit.Insert(type.SyntaxTree, type.Keyword.SpanStart, "partial "));

    /// <summary>A type's name as it is written at a place.</summary>
    public static string At(this ITypeSymbol type, SemanticModel model, int position) => type.ToMinimalDisplayString(model, position);

    /// <summary>A type of the framework or of ours by its full name, as it is written at a place.</summary>
    public static string TypeAt(this SemanticModel model, string name, int position) =>
        model.Compilation.GetTypeByMetadataName(name)?.At(model, position) ?? "global::" + name;
}
