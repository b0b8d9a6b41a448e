using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.CodeFixes.Edits;

/// <summary>How the code around an insertion is laid out, so that the inserted looks the same.</summary>
internal static class Layout
{
    /// <summary>What ends the line that a node begins on; of a file with one line, \n.</summary>
    public static string EndOfLine(this SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        var end = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return end.Length > 0 ? end : text.Lines.Select(other => text.ToString(TextSpan.FromBounds(other.End, other.EndIncludingLineBreak))).First() is { Length: > 0 } first ? first : "\n";
    }

    /// <summary>The white space in front of a node; null where something else is on its line before it.</summary>
    public static string? Indentation(this SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var before = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(node.SpanStart).Start, node.SpanStart));
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }

    /// <summary>Where what follows a node is put: behind a comment that ends its line.</summary>
    public static int After(this SyntaxNode node)
    {
        var trivia = node.GetTrailingTrivia();
        return trivia.Count > 0 && trivia[trivia.Count - 1].IsKind(SyntaxKind.EndOfLineTrivia) ? trivia[trivia.Count - 1].SpanStart : node.Span.End;
    }

    /// <summary>What stands between a member and the next one: an empty line, or, where members share a line, a space.</summary>
    public static string BetweenMembers(this SyntaxNode member) =>
        member.Indentation() is { } indentation ? member.EndOfLine() + member.EndOfLine() + indentation : " ";

    /// <summary>What stands between a node and one that belongs to it: the end of the line, or, where they share a line, a space.</summary>
    /// <param name="node">The node.</param>
    /// <param name="isDeeper">One step to the right of it.</param>
    public static string NextLine(this SyntaxNode node, bool isDeeper = false) => node.Indentation() is not { } indentation ? " "
        : node.EndOfLine() + indentation + (!isDeeper ? "" : indentation.Contains('\t') ? "\t" : "    ");
}
