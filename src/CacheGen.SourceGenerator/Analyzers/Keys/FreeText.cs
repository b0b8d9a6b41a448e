using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>CG2010: what people type in, as they typed it.</summary>
internal static class FreeText
{
    private static readonly string[] s_questions = ["query", "search", "term", "terms", "phrase", "keyword", "keywords", "searchText"];

    // "name" alone is as often a name that a program gave; of these, people write the same one in many ways.
    private static readonly string[] s_names =
    [
        "text", "title", "artist", "artistName", "author", "authorName", "albumName", "songName", "trackName", "cityName", "companyName", "personName", "fullName", "lastName", "firstName",
    ];

    // What looks a thing up by its title finds it by any way to write that; what cleans or shows a title answers each with its own.
    private static readonly HashSet<string> s_looksUp = ["get", "find", "search", "query", "fetch", "load", "list", "look", "lookup", "resolve", "match", "suggest", "try"];

    public static void Check(IMethodSymbol method, IReadOnlyList<KeyRead> reads, Action<Diagnostic> report)
    {
        string[] ends = Words.Of(method.Name).FirstOrDefault() is { } verb && s_looksUp.Contains(verb) ? [.. s_questions, .. s_names] : s_questions;
        foreach (var read in reads)
        {
            if (read.Type.SpecialType == SpecialType.System_String && !read.IsScope && (read.Item is null || read.Item.Transforms.Length == 0) && Words.EndsIn(read.Name, ends))
                report(Diagnostic.Create(Rules.FreeTextInKey, read.Location, read.Properties, read.Name));
        }
    }
}
