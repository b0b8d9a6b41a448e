using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>Names, as the words that they are put together of: <c>nextPageToken</c> is next, page, token.</summary>
internal static class Words
{
    /// <summary>The words, in lower case.</summary>
    public static string[] Of(string name) =>
        [.. Regex.Matches(name, @"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+|\p{Nd}+").Cast<Match>().Select(match => match.Value.ToLowerInvariant())];

    /// <summary>Whether a name ends in one of these, each a word or several: "token", "apiKey". What a name ends in is what it names.</summary>
    public static bool EndsIn(string name, IEnumerable<string> ends)
    {
        var words = Of(Last(name));
        return ends.Select(Of).Any(end => end.Length > 0 && end.Length <= words.Length && words.Skip(words.Length - end.Length).SequenceEqual(end));
    }

    /// <summary>The list that an .editorconfig gives for the file of a symbol: by commas, semicolons or blanks.</summary>
    public static string[] Setting(AnalyzerOptions options, ISymbol symbol, string key) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource)?.SourceTree is { } tree
        && options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(key, out var value)
            ? value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            : [];

    private static string Last(string path) => path.Substring(path.LastIndexOf('.') + 1);
}
