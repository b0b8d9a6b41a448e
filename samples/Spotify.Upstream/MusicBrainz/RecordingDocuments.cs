using System.Globalization;
using Dj.Upstream.Music;

namespace Dj.Upstream.MusicBrainz;

/// <summary>Recordings as the search writes them. What is not known is absent, also the list of ISRCs.</summary>
internal static class RecordingDocuments
{
    public static object Recording(FoundRecording found)
    {
        var (track, recording, score) = found;
        var document = new Dictionary<string, object?>
        {
            ["id"] = recording.Mbid,
            ["score"] = score,
            ["title"] = recording.Title,
            ["length"] = recording.LengthMs,
            ["video"] = null,
            ["artist-credit"] = track.Artists.Select((artist, index) => Credit(artist, isLast: index == track.Artists.Count - 1)),
            ["first-release-date"] = track.Album.Released.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        if (recording.Isrcs.Count > 0)
            document["isrcs"] = recording.Isrcs;

        return document;
    }

    private static Dictionary<string, object> Credit(WorldArtist artist, bool isLast)
    {
        var credit = new Dictionary<string, object>
        {
            ["name"] = artist.Name,
            ["artist"] = new Dictionary<string, object>
            {
                ["id"] = artist.Mbid,
                ["name"] = artist.Name,
                ["sort-name"] = SortName(artist.Name),
            },
        };
        if (!isLast)
            credit["joinphrase"] = " feat. ";

        return credit;
    }

    private static string SortName(string name) =>
        name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] + ", The"
        : name.Split(' ') is [var first, var last] ? $"{last}, {first}"
        : name;
}
