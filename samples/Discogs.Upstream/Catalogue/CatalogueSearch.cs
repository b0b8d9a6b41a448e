namespace Discogs.Upstream.Catalogue;

/// <summary>One field of a search and the words it must contain.</summary>
public readonly record struct SearchTerm(string Field, string Words);

/// <summary>
/// The database search: each term must be found in its field, a word at a time and ignoring case; <c>q</c> looks into all of them.
/// Results come in order of popularity.
/// </summary>
public sealed class CatalogueSearch(MusicCatalogue catalogue)
{
    public IReadOnlyList<Pressing> Pressings(IReadOnlyList<SearchTerm> terms) =>
        [.. catalogue.Pressings.Where(pressing => Matches(pressing, terms))];

    public IReadOnlyList<Master> Masters(IReadOnlyList<SearchTerm> terms) =>
        [.. catalogue.Masters.Where(master => master.Versions.Any(version => Matches(version, terms)))];

    public IReadOnlyList<Artist> Artists(IReadOnlyList<SearchTerm> terms) =>
        [.. catalogue.Artists.Where(artist => terms.All(term => term.Field is "q" or "artist" && Contains(artist.Name, term.Words)))];

    public IReadOnlyList<Label> Labels(IReadOnlyList<SearchTerm> terms) =>
        [.. catalogue.Labels.Where(label => terms.All(term => term.Field is "q" or "label" && Contains(label.Name, term.Words)))];

    private static bool Matches(Pressing pressing, IReadOnlyList<SearchTerm> terms) =>
        terms.All(term => Contains(Field(pressing, term.Field), term.Words));

    private static bool Contains(string text, string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Field(Pressing pressing, string field) => field switch
    {
        "title" => $"{pressing.Artist.Name} - {pressing.Title}",
        "release_title" => pressing.Title,
        "artist" => pressing.Artist.Name,
        "label" => pressing.Label.Name,
        "genre" => pressing.Genre,
        "style" => string.Join(' ', pressing.Styles),
        "country" => pressing.Country,
        "year" => Documents.DatabaseDocuments.Year(pressing),
        "format" => string.Join(' ', [pressing.Format, .. pressing.FormatDescriptions]),
        "catno" => pressing.CatalogueNumber,
        "barcode" => pressing.Barcode,
        "track" => string.Join(' ', pressing.Tracks.Select(track => track.Title)),
        _ => string.Join(
            ' ',
            [pressing.Artist.Name, pressing.Title, pressing.Label.Name, pressing.CatalogueNumber, pressing.Genre, .. pressing.Styles]),
    };
}
