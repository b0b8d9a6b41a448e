using CacheGen;
using Dj.Spotify;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.People;

/// <summary>Who is signed in: a session is a Spotify token, and lasts as long as its cache says, 24 hours.</summary>
[CachePrefix("session"), CacheDefaults(RateLimit = Upstreams.Spotify)]
public sealed partial class Sessions(ISpotifyAccounts accounts, [FromKeyedServices(Caches.Sessions)] MethodCache cache)
{
    // A token that Spotify cannot be asked about is not believed for longer.
    [Cached(Key = "{userToken|hash}", FailSafe = null, MissFailSafe = null, SoftTimeout = null)]
    public partial Task<SpotifyUser?> GetUserAsync(string userToken, CancellationToken ct = default);

    private Task<SpotifyUser?> GetUserCoreAsync(string userToken, CancellationToken ct) => accounts.GetMeAsync(userToken, ct);

    /// <summary>Signs out.</summary>
    public ValueTask EndAsync(string userToken) => Cache.GetUser(cache, userToken).RemoveAsync();
}
