using CacheGen;

namespace Dj.LastFm;

/// <summary>Names as people write them make long keys; their hash does not.</summary>
[CachePrefix("lastfm"), CacheDefaults(Ttl = "7d", RateLimit = Upstreams.LastFm)]
public sealed partial class CachedLastFm(LastFmClient inner, MethodCache cache) : ILastFmApi
{
    [Cached(Key = "correction:{artist|norm|hash}:{track|norm|hash}", Ttl = "30d")]
    public partial Task<Correction?> GetCorrectionAsync(string artist, string track, CancellationToken ct = default);

    [Cached(Key = "info:{artist|norm|hash}:{track|norm|hash}")]
    public partial Task<TrackInfo?> GetTrackInfoAsync(string artist, string track, CancellationToken ct = default);

    [Cached(Key = "tags:{artist|norm|hash}:{track|norm|hash}", IsMiss = nameof(IsEmpty))]
    public partial Task<IReadOnlyList<Tag>> GetTopTagsAsync(string artist, string track, CancellationToken ct = default);

    [Cached(Key = "similar:{artist|norm|hash}:{track|norm|hash}", IsMiss = nameof(IsEmpty))]
    public partial Task<IReadOnlyList<SimilarTrack>> GetSimilarTracksAsync(string artist, string track, CancellationToken ct = default);

    [Cached(Key = "artist:{artist|norm|hash}")]
    public partial Task<ArtistInfo?> GetArtistInfoAsync(string artist, CancellationToken ct = default);

    private static bool IsEmpty<T>(IReadOnlyList<T> found) => found.Count == 0;
}
