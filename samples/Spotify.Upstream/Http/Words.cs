namespace Dj.Upstream.Http;

/// <summary>Compares texts a word at a time, without regard to case and punctuation.</summary>
internal static class Words
{
    public static string[] Of(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : c == '\'' ? '\0' : ' ')])
            .Replace("\0", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether all the words are there, wherever.</summary>
    public static bool ContainsAll(string text, string words)
    {
        var present = Of(text);
        return Of(words).All(present.Contains);
    }

    /// <summary>Whether the words are there one after the other.</summary>
    public static bool ContainsPhrase(string text, string phrase)
    {
        var (present, wanted) = (Of(text), Of(phrase));
        var places = Math.Max(0, present.Length - wanted.Length + 1);
        return wanted.Length > 0 && Enumerable.Range(0, places).Any(at => present.AsSpan(at, wanted.Length).SequenceEqual(wanted));
    }

    public static bool AreSame(string left, string right) => Of(left).SequenceEqual(Of(right));
}
