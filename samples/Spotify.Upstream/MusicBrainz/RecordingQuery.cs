using System.Globalization;

namespace Dj.Upstream.MusicBrainz;

/// <summary>One condition: a field and a phrase, or a field and a range.</summary>
internal sealed record Condition(string Field, string Phrase, int? Least = null, int? Most = null);

/// <summary>
/// The part of Lucene's query language that asks for one recording: <c>recording:"x" AND artist:"y" AND dur:[1 TO 2]</c>. Conditions with
/// nothing between them must hold too, where Lucene would only like them to.
/// </summary>
internal sealed class RecordingQuery
{
    private readonly string _text;
    private int _at;

    private RecordingQuery(string text) => _text = text;

    /// <summary>Null where it is not of this part of the language.</summary>
    public static IReadOnlyList<Condition>? Parse(string text)
    {
        var query = new RecordingQuery(text);
        var conditions = new List<Condition>();
        while (query.SkipBlanks())
        {
            if (query.ReadWord() is not { } word)
                return null;
            if (word is "AND" or "&&" && conditions.Count > 0)
                continue;

            var condition = query.Reads(':') ? query.ReadValue(word) : new Condition("recording", word);
            if (condition is null || word is "OR" or "NOT")
                return null;

            conditions.Add(condition);
        }

        return conditions.Count == 0 ? null : conditions;
    }

    private Condition? ReadValue(string field) =>
        _at < _text.Length && _text[_at] == '[' ? ReadRange(field)
        : ReadWord() is { } phrase ? new Condition(field, phrase)
        : null;

    private Condition? ReadRange(string field)
    {
        var end = _text.IndexOf(']', _at);
        if (end < 0)
            return null;

        var ends = _text[(_at + 1)..end].Split(" TO ");
        _at = end + 1;
        return ends is [var from, var to] && TryReadEnd(from, out var least) && TryReadEnd(to, out var most)
            ? new Condition(field, "", least, most)
            : null;
    }

    private static bool TryReadEnd(string text, out int? end)
    {
        end = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return end is not null || text.Trim() == "*";
    }

    // A phrase in quotes, or up to the next blank or colon; a backslash takes the meaning off what follows it.
    private string? ReadWord()
    {
        var quoted = Reads('"');
        var word = new System.Text.StringBuilder();
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (quoted ? c == '"' : c is ' ' or ':')
                break;
            if (!quoted && c is '(' or ')' or '"' or '[' or ']')
                return null;
            if (c == '\\' && _at + 1 < _text.Length)
                c = _text[++_at];

            word.Append(c);
        }

        return (quoted && !Reads('"')) || word.Length == 0 ? null : word.ToString();
    }

    private bool SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;

        return _at < _text.Length;
    }

    private bool Reads(char expected)
    {
        var found = _at < _text.Length && _text[_at] == expected;
        if (found)
            _at++;

        return found;
    }
}
