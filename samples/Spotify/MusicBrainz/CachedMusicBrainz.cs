using CacheGen;

namespace Dj.MusicBrainz;

[CachePrefix("mb"), CacheDefaults(RateLimit = Upstreams.MusicBrainz)]
public sealed partial class CachedMusicBrainz(MusicBrainzClient inner, MethodCache cache) : IMusicBrainzApi
{
    [Cached(Key = "isrc:{artist|norm}:{track|norm}:{seconds}", Ttl = "30d")]
    public partial Task<string?> FindIsrcAsync(string artist, string track, int seconds, CancellationToken ct = default);
}
