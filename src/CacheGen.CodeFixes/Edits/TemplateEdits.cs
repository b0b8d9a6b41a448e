using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Edits;

/// <summary>Changes of key templates, where they stand in the attribute as one literal.</summary>
internal static class TemplateEdits
{
    /// <summary>The template of the method's key; null where there is none, or it is put together of several pieces.</summary>
    public static LiteralExpressionSyntax? KeyTemplate(this MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(list => list.Attributes)
        .Select(attribute => attribute.Find("Key")?.Expression)
        .OfType<LiteralExpressionSyntax>()
        .FirstOrDefault(literal => literal.IsKind(SyntaxKind.StringLiteralExpression));

    /// <summary>Adds a text at its end.</summary>
    public static Edit Append(this LiteralExpressionSyntax template, string text)
    {
        var literal = template.Token.Text;
        // One quote closes it, or as many as open it.
        var quotes = template.Token.IsKind(SyntaxKind.StringLiteralToken) ? 1 : literal.Length - literal.TrimEnd('"').Length;
        return Edit.Insert(template.SyntaxTree, template.Span.End - quotes, text);
    }

    /// <summary>How an attribute of ours is written here: as the one that makes the method ours.</summary>
    public static string Attribute(this MethodDeclarationSyntax method, string name)
    {
        var written = method.AttributeLists.SelectMany(list => list.Attributes)
            .Select(attribute => attribute.Name).OfType<QualifiedNameSyntax>().FirstOrDefault(candidate => candidate.Right.Identifier.ValueText.StartsWith("Cached", StringComparison.Ordinal));
        return written is null ? name : $"{written.Left}.{name}";
    }
}
