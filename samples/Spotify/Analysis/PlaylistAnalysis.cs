using Dj.LastFm;

namespace Dj.Analysis;

/// <summary>What a DJ wants to know of a playlist.</summary>
/// <param name="PlaylistId">Which.</param>
/// <param name="Name">Its name on Spotify.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Tracks">In the order of the playlist.</param>
public sealed record PlaylistAnalysis(string PlaylistId, string Name, string Owner, IReadOnlyList<TrackAnalysis> Tracks)
{
    /// <summary>Half of the tracks whose tempo is known are at least as fast; null where none is known.</summary>
    public double? MedianBpm
    {
        get
        {
            var tempos = Tracks.Select(track => track.Bpm).OfType<double>().Order().ToArray();
            return tempos.Length == 0 ? null : tempos[tempos.Length / 2];
        }
    }

    /// <summary>What listeners call these tracks, the most common first.</summary>
    public IReadOnlyList<string> TopTags =>
    [
        .. Tracks.SelectMany(track => track.Tags).CountBy(tag => tag)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(5).Select(pair => pair.Key),
    ];

    /// <summary>Tracks of which something is missing because an upstream did not answer.</summary>
    public int Incomplete => Tracks.Count(track => track.Unanswered.Count > 0);

    /// <summary>The upstreams that did not answer.</summary>
    public IReadOnlyList<string> Unanswered => [.. Tracks.SelectMany(track => track.Unanswered).Distinct().Order(StringComparer.Ordinal)];
}

/// <param name="Id">Spotify's.</param>
/// <param name="Artist">By its corrected name.</param>
/// <param name="Title">By its corrected name.</param>
/// <param name="Isrc">Which recording it is, where anybody knows.</param>
/// <param name="Bpm">Beats a minute, in the DJ's octave: Deezer's measure, else Spotify's estimate.</param>
/// <param name="Key">In the DJ's notation; null where none was found.</param>
/// <param name="Energy">0 to 1.</param>
/// <param name="Tags">What listeners call it; only of the tracks that Last.fm was asked about.</param>
/// <param name="Listeners">How many heard it on Last.fm.</param>
/// <param name="ArtistListeners">How many heard the artist there.</param>
/// <param name="MixesWith">Similar tracks, by people who heard both.</param>
/// <param name="Unanswered">The upstreams that did not answer: what they know is missing.</param>
public sealed record TrackAnalysis(
    string Id,
    string Artist,
    string Title,
    string? Isrc,
    double? Bpm,
    string? Key,
    double? Energy,
    IReadOnlyList<string> Tags,
    long? Listeners,
    long? ArtistListeners,
    IReadOnlyList<SimilarTrack> MixesWith,
    IReadOnlyList<string> Unanswered);

/// <summary>How far an analysis is.</summary>
public readonly record struct AnalysisProgress(int Done, int Total);
