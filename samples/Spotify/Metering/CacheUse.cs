using CacheGen;

namespace Dj.Metering;

/// <summary>What the caches say of each upstream.</summary>
internal static class CacheUse
{
    // The cached clients, by the names of their types in the ids of their methods.
    private static readonly (string Type, string Upstream)[] s_clients =
    [
        ("Dj.Spotify.CachedSpotify.", Upstreams.Spotify),
        ("Dj.Spotify.CachedSpotifySearch.", Upstreams.Spotify),
        ("Dj.Deezer.", Upstreams.Deezer),
        ("Dj.MusicBrainz.", Upstreams.MusicBrainz),
        ("Dj.LastFm.", Upstreams.LastFm),
    ];

    public static IReadOnlyDictionary<string, Lookups> Read(IEnumerable<MethodCache> caches)
    {
        var methods = caches.SelectMany(cache => cache.GetStatistics().Methods).ToList();
        return Upstreams.All.ToDictionary(upstream => upstream, upstream =>
        {
            var own = methods.Where(method => s_clients.Any(client =>
                client.Upstream == upstream && method.Method.StartsWith(client.Type, StringComparison.Ordinal))).ToList();
            return new Lookups(own.Sum(method => method.Hits), own.Sum(method => method.Misses));
        });
    }
}
