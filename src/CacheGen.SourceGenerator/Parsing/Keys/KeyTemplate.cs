using Microsoft.CodeAnalysis.Text;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>A literal (Path is null) or a hole of a key template, as it is written.</summary>
internal sealed record TemplateItem
{
    public required TextSpan Span { get; init; }

    /// <summary>The literal's text, with {{ and }} made single.</summary>
    public string Literal { get; init; } = "";

    /// <summary>The names of a hole: a parameter, then members.</summary>
    public string[]? Path { get; init; }

    /// <summary>The .NET format behind the first colon.</summary>
    public string? Format { get; init; }

    /// <summary>The names behind the bars.</summary>
    public string[] Transforms { get; init; } = [];

    /// <summary>The literal behind the two question marks, for null.</summary>
    public string? Default { get; init; }

    /// <summary>It is a hole that writes this parameter as it is.</summary>
    public bool IsWhole(string parameter) =>
        Path?.Length == 1 && Path[0] == parameter && Format is null && Transforms.Length == 0 && Default is null;
}

/// <summary>
/// Splits a template: <c>template := (literal | '{' path [':' format] {'|' transform} ['??' literal] '}')*</c>.
/// </summary>
internal static class KeyTemplate
{
    /// <summary>The items, or a problem with its place.</summary>
    public static IReadOnlyList<TemplateItem> Split(string template, Action<TextSpan, string> report)
    {
        if (EndOfLine(template) is >= 0 and var end)
        {
            report(new TextSpan(end, 1), "control characters and line ends have no place in a template; use another character");
            return [];
        }

        var items = new List<TemplateItem>();
        var position = 0;
        while (position < template.Length)
        {
            var item = template[position] == '{' && !IsDoubled(template, position)
                ? Hole(template, position, report)
                : Literal(template, position, report);
            if (item is null)
                return [];
            items.Add(item);
            position = item.Span.End;
        }

        if (items.Count == 0)
            report(default, "it is empty; leave Key out for the method's name and all its arguments");
        else
            CheckSeparators(items, report);
        return items;
    }

    private static TemplateItem? Literal(string template, int start, Action<TextSpan, string> report)
    {
        var text = new System.Text.StringBuilder();
        var position = start;
        while (position < template.Length)
        {
            var c = template[position];
            if (c is '{' or '}' && IsDoubled(template, position))
            {
                position++;
            }
            else if (c == '{')
            {
                break;
            }
            else if (c == '}')
            {
                report(new TextSpan(position, 1), "this '}' closes nothing; write '}}' for a brace of the text");
                return null;
            }
            else if (c == '%' || char.IsSurrogate(c))
            {
                report(new TextSpan(position, 1), "'%' and surrogates are kept for escaping; use another character");
                return null;
            }

            text.Append(c);
            position++;
        }

        return new TemplateItem { Span = TextSpan.FromBounds(start, position), Literal = text.ToString() };
    }

    private static TemplateItem? Hole(string template, int start, Action<TextSpan, string> report)
    {
        var end = template.IndexOf('}', start);
        if (end < 0)
        {
            report(new TextSpan(start, 1), "this '{' is never closed; write '{{' for a brace of the text");
            return null;
        }

        var span = TextSpan.FromBounds(start, end + 1);
        var text = template.Substring(start + 1, end - start - 1);
        var (rest, fallback) = CutAt(text, "??");
        var bars = rest.Split('|');
        var (path, format) = CutAt(bars[0], ":");
        var names = path.Split('.').Select(name => name.Trim().TrimStart('@', '?').TrimEnd('?')).ToArray();
        var transforms = bars.Skip(1).Select(bar => bar.Trim().TrimStart('@')).ToArray();
        var problem = names.Any(name => name.Length == 0) ? "a hole needs a parameter's name, such as {id}"
            : format is { Length: 0 } ? "the format behind ':' is empty"
            : transforms.Any(transform => transform.Length == 0) ? "a transform's name belongs behind '|': norm, lower, upper, hash, set or a static method of the type"
            : fallback is not null && fallback.Trim().Length == 0 ? "a literal belongs behind '??'"
            : null;
        if (problem is not null)
        {
            report(span, problem);
            return null;
        }

        return new TemplateItem { Span = span, Path = names, Format = format, Transforms = transforms, Default = fallback?.Trim() };
    }

    // What a hole writes ends at the first character that no hole can write; see CacheKeyHandler.
    private static void CheckSeparators(List<TemplateItem> items, Action<TextSpan, string> report)
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (items[i].Path is not null && items[i - 1].Path is not null)
                report(items[i].Span, "two holes need a separator between them, such as ':', or different arguments could be written alike");
            else if (i + 1 < items.Count && items[i].Path is null && !items[i].Literal.Any(EndsHole))
                report(items[i].Span, $"'{items[i].Literal}' can also be part of a value, so different arguments could be written alike; separate the holes by ':', '/' or ','");
        }
    }

    /// <summary>The place of the first character that would end a comment or a literal of the generated file; -1 for none.</summary>
    public static int EndOfLine(string text) => text.ToList().FindIndex(EndsLine);

    /// <summary>The text on one line, for messages.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => EndsLine(c) ? ' ' : c));

    private static bool EndsLine(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    private static bool EndsHole(char c) => c < 0x80 && !char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.' or '~' or '%');

    private static bool IsDoubled(string text, int position) => position + 1 < text.Length && text[position + 1] == text[position];

    private static (string Before, string? Behind) CutAt(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text.Substring(0, at), text.Substring(at + mark.Length));
    }
}
