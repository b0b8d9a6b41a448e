using System.Globalization;
using Discogs.Api;

namespace Discogs;

/// <summary>How many records of a collection share a name: a genre, a decade, a label.</summary>
public sealed record Share(string Name, int Records);

/// <summary>What a whole collection looks like.</summary>
public sealed record CollectionStatistics(
    string Username,
    int Records,
    int Rated,
    double? AverageRating,
    IReadOnlyList<Share> Genres,
    IReadOnlyList<Share> Decades,
    IReadOnlyList<Share> Formats,
    IReadOnlyList<Share> TopLabels,
    IReadOnlyList<Share> TopArtists)
{
    private const int Top = 10;

    public static CollectionStatistics Of(string username, IReadOnlyCollection<CollectionItem> items)
    {
        // Discogs writes 0 for "not rated" and for "year unknown".
        var ratings = items.Select(item => item.Rating).Where(rating => rating > 0).ToArray();
        var records = items.Select(item => item.BasicInformation).ToArray();
        var decades = records.Where(record => record.Year > 0)
            .Select(record => string.Create(CultureInfo.InvariantCulture, $"{record.Year / 10 * 10}s"));
        return new CollectionStatistics(
            username,
            items.Count,
            ratings.Length,
            ratings.Length == 0 ? null : Math.Round(ratings.Average(), 2),
            Shares(records.SelectMany(record => record.Genres)),
            [.. Shares(decades).OrderBy(share => share.Name, StringComparer.Ordinal)],
            Shares(records.SelectMany(record => record.Formats).Select(format => format.Name)),
            [.. Shares(records.SelectMany(record => record.Labels).Select(label => label.Name)).Take(Top)],
            [.. Shares(records.SelectMany(record => record.Artists).Select(artist => artist.Name)).Take(Top)]);
    }

    private static Share[] Shares(IEnumerable<string> names) =>
    [
        .. names.CountBy(name => name)
            .Select(pair => new Share(pair.Key, pair.Value))
            .OrderByDescending(share => share.Records)
            .ThenBy(share => share.Name, StringComparer.Ordinal),
    ];
}
