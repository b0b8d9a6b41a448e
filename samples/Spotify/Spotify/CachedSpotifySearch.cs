using CacheGen;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.Spotify;

/// <summary>What people look for is theirs for an hour, as long as their cache says.</summary>
[CachePrefix("spotify_search"), CacheDefaults(RateLimit = Upstreams.Spotify)]
public sealed partial class CachedSpotifySearch(SpotifyClient inner, [FromKeyedServices(Caches.Temporary)] MethodCache cache) : ISpotifySearch
{
    [Cached(Key = "tracks:{query|Spaced}:{offset}", IsMiss = nameof(IsEmpty))]
    public partial Task<TrackSearch> SearchTracksAsync(string query, int offset = 0, CancellationToken ct = default);

    // Upper case matters in a query: NOT and OR are no words.
    private static string Spaced(string query) => string.Join(' ', query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsEmpty(TrackSearch found) => found.Total == 0;
}
