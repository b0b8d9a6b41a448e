using System.Globalization;
using Dj.Upstream.Music;

namespace Dj.Upstream.LastFm;

/// <summary>
/// Last.fm's JSON, which is its XML turned into JSON: attributes are "@attr", text beside them is "#text", a number is a string in one
/// document and a number in the next, and a list of one is no list.
/// </summary>
internal static class LastFmDocuments
{
    private static readonly string[] s_sizes = ["small", "medium", "large", "extralarge"];

    /// <summary>What the XML has between the tags where nothing is to be corrected.</summary>
    public static object NoCorrections() => new { corrections = "\n" };

    public static object Correction(LastFmTrack track, bool artistCorrected, bool trackCorrected) => Corrections(
        new Dictionary<string, object>
        {
            ["name"] = track.Title,
            ["mbid"] = track.Page.Mbid ?? "",
            ["url"] = Address(track.Artist, track.Title),
            ["artist"] = Mention(track.Track.Artist),
        },
        artistCorrected,
        trackCorrected);

    /// <summary>What is said of an artist it has never heard of.</summary>
    public static object EmptyCorrection() =>
        Corrections(new Dictionary<string, object> { ["url"] = "", ["artist"] = new { url = "" } }, false, false);

    public static object Track(LastFmTrack track)
    {
        var document = new Dictionary<string, object>
        {
            ["name"] = track.Title,
            ["url"] = Address(track.Artist, track.Title),
            ["duration"] = Text(track.Track.DurationMs / 1_000 * 1_000),
            ["streamable"] = Streamable(),
            ["listeners"] = Text(track.Page.Listeners),
            ["playcount"] = Text(track.Page.Playcount),
            ["artist"] = Mention(track.Track.Artist),
            ["album"] = new Dictionary<string, object>
            {
                ["artist"] = track.Artist,
                ["title"] = track.Track.Album.Title,
                ["url"] = Address(track.Artist, track.Track.Album.Title),
                ["image"] = Images(),
                ["@attr"] = new { position = "1" },
            },
            ["toptags"] = new { tag = OneOrMany([.. track.Page.Tags.Take(5).Select(tag => Tag(tag.Name))]) },
        };
        if (track.Page.Mbid is { } mbid)
            document["mbid"] = mbid;

        return new { track = document };
    }

    public static object TopTags(LastFmTrack track) => new
    {
        toptags = new Dictionary<string, object>
        {
            ["tag"] = OneOrMany([.. track.Page.Tags.Select(tag => new { count = tag.Count, name = tag.Name, url = TagAddress(tag.Name) })]),
            ["@attr"] = new { artist = track.Artist, track = track.Title },
        },
    };

    public static object Similar(LastFmTrack track, IReadOnlyList<(LastFmTrack Track, double Match)> similar) => new
    {
        similartracks = new Dictionary<string, object>
        {
            ["track"] = OneOrMany([.. similar.Select(other => Match(other.Track, other.Match))]),
            ["@attr"] = new { artist = track.Artist },
        },
    };

    public static object Artist(WorldArtist artist, IReadOnlyList<WorldArtist> similar) => new
    {
        artist = new
        {
            name = artist.Name,
            mbid = artist.Mbid,
            url = Address(artist.Name),
            image = Images(),
            streamable = "0",
            ontour = "0",
            stats = new { listeners = Text(artist.Listeners), playcount = Text(artist.Playcount) },
            similar = new
            {
                artist = OneOrMany([.. similar.Select(other => new { name = other.Name, url = Address(other.Name), image = Images() })]),
            },
            tags = new { tag = OneOrMany([.. artist.Tags.Select(Tag)]) },
            bio = new { published = "01 Jan 2020, 00:00", summary = "", content = "" },
        },
    };

    private static Dictionary<string, object> Match(LastFmTrack other, double match) => new()
    {
        ["name"] = other.Title,
        ["playcount"] = other.Page.Playcount,
        ["match"] = match,
        ["url"] = Address(other.Artist, other.Title),
        ["streamable"] = Streamable(),
        ["duration"] = other.Track.DurationMs / 1_000,
        ["artist"] = Mention(other.Track.Artist),
        ["image"] = Images(),
    };

    private static object Corrections(Dictionary<string, object> track, bool artistCorrected, bool trackCorrected) => new
    {
        corrections = new
        {
            correction = new Dictionary<string, object>
            {
                ["track"] = track,
                ["@attr"] = new { index = "0", artistcorrected = artistCorrected ? "1" : "0", trackcorrected = trackCorrected ? "1" : "0" },
            },
        },
    };

    private static object OneOrMany(object[] items) => items is [var only] ? only : items;

    private static object Tag(string name) => new { name, url = TagAddress(name) };

    private static object Mention(WorldArtist artist) => new { name = artist.Name, mbid = artist.Mbid, url = Address(artist.Name) };

    private static Dictionary<string, string> Streamable() => new() { ["#text"] = "0", ["fulltrack"] = "0" };

    private static IEnumerable<Dictionary<string, string>> Images() =>
        s_sizes.Select(size => new Dictionary<string, string> { ["#text"] = "", ["size"] = size });

    private static string Address(string artist, string? title = null) =>
        "https://www.last.fm/music/" + Plus(artist) + (title is null ? "" : "/_/" + Plus(title));

    private static string TagAddress(string tag) => "https://www.last.fm/tag/" + Plus(tag);

    private static string Plus(string name) => Uri.EscapeDataString(name).Replace("%20", "+", StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
