using Microsoft.CodeAnalysis.Text;

namespace CacheGen.SourceGenerator.Parsing;

internal enum WithKind
{
    Path,
    Number,
    Text,
    True,
    False,
    Null,
}

/// <summary>One binding of <c>With</c>, as it is written.</summary>
/// <param name="Name">The parameter of the cached method.</param>
/// <param name="Kind">What stands behind the equals sign.</param>
/// <param name="Text">A string without its quotes; all else as it is written.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="ValueSpan">Where the value stands.</param>
internal sealed record WithItem(string Name, WithKind Kind, string Text, TextSpan NameSpan, TextSpan ValueSpan)
{
    public string[] Path => [.. Text.Split('.').Select(name => name.Trim().TrimStart('@').TrimEnd('?').Trim())];
}

/// <summary>
/// Splits <c>With</c>: <c>with := item {',' item}</c>, <c>item := name '=' (path | integer | 'text' | true | false | null)</c>.
/// </summary>
internal static class WithParser
{
    /// <summary>The bindings; null, after a report, where the text is malformed.</summary>
    public static IReadOnlyList<WithItem>? Parse(string text, Action<TextSpan, string> report)
    {
        var items = new List<WithItem>();
        foreach (var span in Segments(text))
        {
            if (Item(text, span, out var problem) is not { } item)
            {
                // Of nothing at all, what stands before it is shown: the comma.
                report(span.IsEmpty ? new TextSpan(Math.Max(span.Start - 1, 0), 1) : span, problem);
                return null;
            }

            if (items.Any(other => other.Name == item.Name))
            {
                report(item.NameSpan, $"'{item.Name}' is bound twice; leave one out");
                return null;
            }

            items.Add(item);
        }

        return items;
    }

    /// <summary>What stands between the commas that are in no string.</summary>
    private static IEnumerable<TextSpan> Segments(string text)
    {
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '\'')
                isQuoted = !isQuoted;
            if (i < text.Length && (isQuoted || text[i] != ','))
                continue;
            yield return Trimmed(text, start, i);
            start = i + 1;
        }
    }

    private static WithItem? Item(string text, TextSpan span, out string problem)
    {
        problem = "write parameter=value, such as id=release.Id";
        var equals = text.IndexOf('=', span.Start, span.Length);
        if (equals < 0)
            return null;
        var name = Trimmed(text, span.Start, equals);
        var value = Trimmed(text, equals + 1, span.End);
        var plain = Of(text, name).TrimStart('@');
        if (!IsName(plain) || value.IsEmpty)
            return null;
        var written = Of(text, value);
        if (written[0] == '\'')
        {
            problem = "a string stands in single quotes; write '' for one within it";
            return written.Length > 1 && written[written.Length - 1] == '\'' && written.Substring(1, written.Length - 2).Replace("''", "").IndexOf('\'') < 0
                ? new WithItem(plain, WithKind.Text, written.Substring(1, written.Length - 2).Replace("''", "'"), name, value)
                : null;
        }

        var kind = written switch
        {
            "true" => WithKind.True,
            "false" => WithKind.False,
            "null" => WithKind.Null,
            _ when written.TrimStart('-').All(char.IsDigit) => WithKind.Number,
            _ => WithKind.Path,
        };
        var item = new WithItem(plain, kind, written, name, value);
        problem = $"'{written}' is no value: write a parameter or a member of one (release.Id), result, an integer, 'text', true, false, null or a member of an enum";
        return kind != WithKind.Path || item.Path.All(IsName) ? item : null;
    }

    private static bool IsName(string text) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(text);

    private static string Of(string text, TextSpan span) => text.Substring(span.Start, span.Length);

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (start < end && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }
}
