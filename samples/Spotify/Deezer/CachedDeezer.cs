using CacheGen;

namespace Dj.Deezer;

/// <summary>The tempo of a recording does not change: what Deezer has measured is kept for 90 days, what it has not yet for five minutes.</summary>
[CachePrefix("deezer"), CacheDefaults(Ttl = "90d", RateLimit = Upstreams.Deezer)]
public sealed partial class CachedDeezer(DeezerClient inner, MethodCache cache) : IDeezerApi
{
    [Cached(Key = "isrc:{isrc|upper}", IsMiss = nameof(HasNoTempo))]
    public partial Task<DeezerTrack?> GetByIsrcAsync(string isrc, CancellationToken ct = default);

    [Cached(Key = "track:{id}", IsMiss = nameof(HasNoTempo))]
    public partial Task<DeezerTrack?> GetTrackAsync(long id, CancellationToken ct = default);

    [Cached(Key = "search:isrc:{isrc|upper}:{seconds}", IsMiss = nameof(IsEmpty))]
    public partial Task<IReadOnlyList<DeezerHit>> SearchByIsrcAsync(string isrc, int seconds, CancellationToken ct = default);

    [Cached(Key = "search:name:{artist|norm}:{title|norm}:{seconds}", IsMiss = nameof(IsEmpty))]
    public partial Task<IReadOnlyList<DeezerHit>> SearchByNameAsync(string artist, string title, int seconds, CancellationToken ct = default);

    private static bool HasNoTempo(DeezerTrack track) => track.Bpm == 0;

    private static bool IsEmpty(IReadOnlyList<DeezerHit> found) => found.Count == 0;
}
