using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.Distributed;

/// <summary>
/// The synchronous and the asynchronous members of a cache in one shape, so that what is decided around them is written once. A
/// synchronous call has ended when it returns its task; what awaits nothing else has then ended too.
/// </summary>
internal static class CacheCalls
{
    public static Task<byte[]?> Get(this IDistributedCache cache, string key, bool sync, CancellationToken token) =>
        sync ? Task.FromResult(cache.Get(key)) : cache.GetAsync(key, token);

    public static Task Set(
        this IDistributedCache cache, string key, byte[] value, DistributedCacheEntryOptions options, bool sync, CancellationToken token)
    {
        if (!sync)
            return cache.SetAsync(key, value, options, token);
        cache.Set(key, value, options);
        return Task.CompletedTask;
    }

    public static Task Remove(this IDistributedCache cache, string key, bool sync, CancellationToken token)
    {
        if (!sync)
            return cache.RemoveAsync(key, token);
        cache.Remove(key);
        return Task.CompletedTask;
    }

    public static Task Refresh(this IDistributedCache cache, string key, bool sync, CancellationToken token)
    {
        if (!sync)
            return cache.RefreshAsync(key, token);
        cache.Refresh(key);
        return Task.CompletedTask;
    }
}
