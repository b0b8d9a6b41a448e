using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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

    /// <summary>Takes a hole out, with what separates it from its neighbours; null where that cannot be told from its text.</summary>
    public static Edit? Remove(this LiteralExpressionSyntax template, string hole)
    {
        var text = template.Token.Text;
        var start = text.IndexOf(hole, StringComparison.Ordinal);
        var end = start + hole.Length;
        if (start < 1 || text.IndexOf(hole, end, StringComparison.Ordinal) >= 0)
            return null;
        // Behind a template's end stands its quote.
        if (Separates(text[start - 1]) && (Separates(text[end]) || text[end] == '"'))
            start--;
        else if (text[start - 1] == '"' && Separates(text[end]))
            end++;
        else
            return null;
        return Edit.Replace(template.SyntaxTree, TextSpan.FromBounds(template.SpanStart + start, template.SpanStart + end), "");
    }

    private static bool Separates(char c) => c is ':' or '/' or ',' or ';' or '|' or '&' or '#' or ' ';

    /// <summary>The attribute that makes the method ours.</summary>
    public static AttributeSyntax? CachedAttribute(this MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => NameOf(attribute.Name) is "Cached" or "CachedAttribute" or "CachedBatch" or "CachedBatchAttribute");

    /// <summary>How something of ours is written here: as the attribute that makes the method ours.</summary>
    public static string Attribute(this MethodDeclarationSyntax method, string name) => method.CachedAttribute()?.Name is QualifiedNameSyntax written ? $"{written.Left}.{name}" : name;

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
