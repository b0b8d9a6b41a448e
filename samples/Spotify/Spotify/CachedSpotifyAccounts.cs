using CacheGen;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.Spotify;

/// <summary>Who calls Spotify: this application, and the people whose sessions these are.</summary>
[CachePrefix("spotify_accounts")]
public sealed partial class CachedSpotifyAccounts(
    SpotifyAccountsClient inner, [FromKeyedServices(Caches.Temporary)] MethodCache cache) : ISpotifyAccounts
{
    // An old token is no answer, whatever happens.
    [Cached(Key = "token", TtlFrom = nameof(Life), FailSafe = null, MissFailSafe = null, SoftTimeout = null)]
    public partial Task<AccessToken> GetTokenAsync(CancellationToken ct = default);

    // That very token: of many calls that are refused at once, the first gets a new one for all.
    public async Task ForgetTokenAsync(AccessToken refused, CancellationToken ct = default)
    {
        var handle = Cache.GetToken(cache);
        if (await handle.PeekAsync(ct) is { Found: true, Value: var known } && known == refused)
            await handle.RemoveAsync(ct);
    }

    private static TimeSpan? Life(AccessToken token) => token.ExpiresIn - TimeSpan.FromMinutes(1);
}
