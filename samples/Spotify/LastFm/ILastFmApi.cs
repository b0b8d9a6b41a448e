namespace Dj.LastFm;

/// <summary>What is used of Last.fm's API. Null, or an empty list, means that Last.fm knows no such thing.</summary>
public interface ILastFmApi
{
    /// <summary>How artist and track are really called.</summary>
    Task<Correction?> GetCorrectionAsync(string artist, string track, CancellationToken ct = default);

    Task<TrackInfo?> GetTrackInfoAsync(string artist, string track, CancellationToken ct = default);

    /// <summary>What listeners call the track, the most used first.</summary>
    Task<IReadOnlyList<Tag>> GetTopTagsAsync(string artist, string track, CancellationToken ct = default);

    /// <summary>What the same people listen to, the most similar first.</summary>
    Task<IReadOnlyList<SimilarTrack>> GetSimilarTracksAsync(string artist, string track, CancellationToken ct = default);

    Task<ArtistInfo?> GetArtistInfoAsync(string artist, CancellationToken ct = default);
}
