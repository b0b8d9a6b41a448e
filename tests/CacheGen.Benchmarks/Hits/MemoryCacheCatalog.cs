using Microsoft.Extensions.Caching.Memory;

namespace CacheGen.Benchmarks.Hits;

/// <summary>
/// The same by hand, on IMemoryCache. Text is interpolated into a key, with the prefix without which it would meet other methods' keys. An
/// int or a Guid is given as it is, boxed, which is faster, and only right as long as nothing else has such keys.
/// </summary>
internal sealed class MemoryCacheCatalog(IMemoryCache cache)
{
    private static readonly TimeSpan s_ttl = TimeSpan.FromHours(1);

    public Task<Release?> GetAsync(int id) => cache.GetOrCreateAsync(id, entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = s_ttl;
        return LoadAsync(id);
    });

    public Task<Release?> NamedAsync(string name) => cache.GetOrCreateAsync($"artist:{name}", entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = s_ttl;
        return LoadAsync(name);
    });

    public Task<Release?> OrderedAsync(Guid id) => cache.GetOrCreateAsync(id, entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = s_ttl;
        return LoadAsync(id);
    });

    public Task<Release?> SearchAsync(string query, int page, string sort) => cache.GetOrCreateAsync($"search:{query}:{page}:{sort}", entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = s_ttl;
        return LoadAsync((query, page, sort));
    });

    private static Task<Release> LoadAsync<TKey>(TKey key) => Task.FromResult(Release.Some);
}
