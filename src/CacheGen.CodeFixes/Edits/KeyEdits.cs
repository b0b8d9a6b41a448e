using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Keys;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.CodeFixes.Edits;

/// <summary>Changes of one hole of a key.</summary>
internal static class KeyEdits
{
    /// <summary>
    /// Writes other text in the place of the hole that is underlined, and of those in tags that are as it; where a parameter without a template is
    /// underlined, a template with it. Empty where the template is not written out at its place.
    /// </summary>
    public static ImmutableArray<Edit> ReplaceHole(this FixContext context, Func<string, string> change)
    {
        if (context.HoleText() is { } hole)
            return [Edit.Replace(context.Tree, context.Diagnostic.Location.SourceSpan, change(hole)), .. InTags(context, hole, change)];
        var properties = context.Diagnostic.Properties;
        return properties.TryGetValue(KeyRead.TemplateProperty, out var template) && properties.TryGetValue(KeyRead.HoleProperty, out hole)
            && template is not null && hole is not null && context.CacheAttribute() is { } attribute
                ? [attribute.Set("Key", SymbolDisplay.FormatLiteral(template.Replace(hole, change(hole)), quote: true)), .. InTags(context, hole, change)]
                : [];
    }

    /// <summary>Puts a transform behind what the hole has.</summary>
    public static ImmutableArray<Edit> AddTransform(this FixContext context, string transform) => context.ReplaceHole(hole =>
    {
        var end = hole.IndexOf("??", StringComparison.Ordinal);
        return end < 0 ? hole.Insert(hole.Length - 1, $"|{transform}") : $"{hole.Substring(0, end).TrimEnd()}|{transform} {hole.Substring(end)}";
    });

    /// <summary>Takes the hole that is underlined out of its template, with one separator; null where another cannot be told from it.</summary>
    public static Edit? RemoveHole(this FixContext context)
    {
        if (context.HoleText() is null || context.Around<LiteralExpressionSyntax>() is not { } literal)
            return null;
        var span = context.Diagnostic.Location.SourceSpan;
        var (text, start) = (literal.Token.Text, span.Start - literal.SpanStart);
        var end = start + span.Length;
        // The quotes are part of the text.
        if (start == 1 && end == text.Length - 1)
            return literal.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent.Parent: AttributeSyntax attribute } argument ? attribute.Remove(argument) : null;
        if (IsSeparator(text[start - 1]))
            start--;
        else if (IsSeparator(text[end]))
            end++;
        else
            return null;
        return Edit.Replace(context.Tree, TextSpan.FromBounds(literal.SpanStart + start, literal.SpanStart + end), "");
    }

    /// <summary>The hole that is underlined; null where something else is.</summary>
    public static string? HoleText(this FixContext context)
    {
        var text = context.Tree.GetText(context.CancellationToken).ToString(context.Diagnostic.Location.SourceSpan);
        return text.Length > 2 && text[0] == '{' && text[text.Length - 1] == '}' ? text : null;
    }

    /// <summary>[Cached] or [CachedBatch] of the method.</summary>
    public static AttributeSyntax? CacheAttribute(this FixContext context) => context.Method?.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute =>
        context.Model.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is { } type
        && (type.IsCacheGen(CachedMethodParser.CachedAttribute) || type.IsCacheGen(BatchMethodParser.BatchAttribute)));

    private static bool IsSeparator(char c) => c is ':' or '/' or ',' or ';' or '|' or '=' or '&' or '+' or '#';

    // A tag's holes are holes of the key, written just as there.
    private static IEnumerable<Edit> InTags(FixContext context, string hole, Func<string, string> change) =>
        (context.CacheAttribute()?.Find("Tags")?.DescendantNodes().OfType<LiteralExpressionSyntax>() ?? [])
        .Where(literal => literal.Token.Text.Contains(hole) && !literal.Span.Contains(context.Diagnostic.Location.SourceSpan))
        .Select(literal => Edit.Replace(context.Tree, literal.Span, literal.Token.Text.Replace(hole, change(hole))));
}
