using System.Globalization;
using Dj.Upstream.Http;
using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Deezer;

/// <summary>Search, by words and in the advanced form. The most popular come first.</summary>
internal sealed class DeezerSearch(IEnumerable<DeezerEntry> entries)
{
    private const int DefaultLimit = 25;
    private const int MostAtATime = 100;

    private readonly DeezerEntry[] _entries = [.. entries.OrderByDescending(entry => entry.Release.Rank)];

    public IResult Answer(HttpRequest request)
    {
        var query = request.Query["q"].ToString();
        if (query.Length == 0)
            return DeezerErrors.MissingParameter("q");
        if (request.Number("limit", DefaultLimit) is not (>= 0 and var limit) || request.Number("index", 0) is not (>= 0 and var index))
            return DeezerErrors.WrongParameter();

        var terms = SearchText.Parse(query);
        if (terms.Count == 0 || terms.Any(term => IsNumeric(term) && Number(term) is null))
            return DeezerErrors.InvalidQuery();

        limit = Math.Min(limit, MostAtATime);
        DeezerEntry[] found = [.. _entries.Where(entry => terms.All(term => Matches(entry, term)))];
        var answer = new Dictionary<string, object>
        {
            ["data"] = found.Skip(index).Take(limit).Select(DeezerDocuments.Hit),
            ["total"] = found.Length,
        };
        if (index > 0)
            answer["prev"] = request.AddressWith(("limit", limit), ("index", Math.Max(0, index - limit)));
        if (index + limit < found.Length)
            answer["next"] = request.AddressWith(("limit", limit), ("index", index + limit));

        return Results.Json(answer);
    }

    private static bool Matches(DeezerEntry entry, SearchTerm term)
    {
        var (track, release) = (entry.Track, entry.Release);
        return term.Field switch
        {
            "artist" => Words.ContainsAll(track.Artist.Name, term.Text),
            "track" => Words.ContainsAll(release.Title, term.Text),
            "album" => Words.ContainsAll(release.Album, term.Text),
            "isrc" => string.Equals(release.Isrc, term.Text, StringComparison.OrdinalIgnoreCase),
            "dur_min" => release.Seconds >= Number(term),
            "dur_max" => release.Seconds <= Number(term),
            "bpm_min" => release.Bpm >= Number(term),
            "bpm_max" => release.Bpm <= Number(term),
            _ => Words.ContainsAll($"{release.Title} {track.Artist.Name} {release.Album}", term.Text),
        };
    }

    private static bool IsNumeric(SearchTerm term) => term.Field is "dur_min" or "dur_max" or "bpm_min" or "bpm_max";

    private static double? Number(SearchTerm term) =>
        double.TryParse(term.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
