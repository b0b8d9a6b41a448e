using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Edits;

/// <summary>What fixes add to keys.</summary>
internal static class TemplateEdits
{
    /// <summary>The template of the method's key; null where there is none, or it is put together of several pieces.</summary>
    public static LiteralExpressionSyntax? KeyTemplate(this FixContext context) =>
        context.CacheAttribute()?.Find("Key")?.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;

    /// <summary>Adds a text at its end.</summary>
    public static Edit Append(this LiteralExpressionSyntax template, string text)
    {
        var literal = template.Token.Text;
        // One quote closes it, or as many as open it.
        var quotes = template.Token.IsKind(SyntaxKind.StringLiteralToken) ? 1 : literal.Length - literal.TrimEnd('"').Length;
        return Edit.Insert(template.SyntaxTree, template.Span.End - quotes, text);
    }

    /// <summary>An attribute of ours as it is written at a place.</summary>
    public static string AttributeAt(this FixContext context, string name, int position)
    {
        var written = context.Model.TypeAt($"CacheGen.{name}Attribute", position);
        return written.Substring(0, written.Length - "Attribute".Length);
    }
}
