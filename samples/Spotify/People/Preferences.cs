using CacheGen;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.People;

/// <summary>What each user prefers, for 30 days, as their cache says.</summary>
[CachePrefix("preferences")]
public sealed partial class Preferences(PreferenceFiles files, [FromKeyedServices(Caches.Preferences)] MethodCache cache)
{
    [Cached(Key = "{userId}")]
    public partial Task<DjPreferences?> GetAsync([CacheScope("user")] string userId, CancellationToken ct = default);

    private Task<DjPreferences?> GetCoreAsync(string userId, CancellationToken ct) => files.ReadAsync(userId, ct);

    [Updates(nameof(GetAsync))]
    public partial Task<DjPreferences> SaveAsync(string userId, DjPreferences preferences, CancellationToken ct = default);

    private async Task<DjPreferences> SaveCoreAsync(string userId, DjPreferences preferences, CancellationToken ct)
    {
        await files.WriteAsync(userId, preferences, ct);
        return preferences;
    }
}
