using System.Text.RegularExpressions;

namespace Dj.Upstream.Http;

/// <summary>One field of a search, empty where it is any, and what it must contain.</summary>
internal readonly record struct SearchTerm(string Field, string Text);

/// <summary>Takes apart what people type into a search: <c>artist:"the crows" blue</c>.</summary>
internal static partial class SearchText
{
    public static IReadOnlyList<SearchTerm> Parse(string text) =>
    [
        .. Term().Matches(text).Select(match => new SearchTerm(
            match.Groups["field"].Value.ToLowerInvariant(),
            match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value)),
    ];

    [GeneratedRegex("""(?:(?<field>\w+):)?(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]+))""")]
    private static partial Regex Term();
}
