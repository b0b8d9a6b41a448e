using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>CG2010: what people type in, as they typed it.</summary>
internal static class FreeText
{
    // "name" alone is as often a name that a program gave; of these, people write the same one in many ways.
    private static readonly string[] s_ends =
    [
        "query", "search", "text", "term", "terms", "phrase", "keyword", "keywords", "title",
        "artist", "artistName", "author", "authorName", "albumName", "songName", "trackName", "cityName", "companyName", "personName", "fullName", "lastName", "firstName",
    ];

    public static void Check(IReadOnlyList<KeyRead> reads, Action<Diagnostic> report)
    {
        foreach (var read in reads)
        {
            if (read.Type.SpecialType == SpecialType.System_String && !read.IsScope && (read.Item is null || read.Item.Transforms.Length == 0) && Words.EndsIn(read.Name, s_ends))
                report(Diagnostic.Create(Rules.FreeTextInKey, read.Location, read.Properties, read.Name));
        }
    }
}
