using CacheGen;

namespace CacheGen.Benchmarks.Hits;

/// <summary>A service as users write it: each kind of key, returned in each shape.</summary>
public sealed partial class Catalog(MethodCache cache)
{
    [Cached(Key = "release:{id}", Ttl = "1h")]
    public partial Release Get(int id);

    private static Release GetCore(int id) => Release.Some;

    [Cached(Key = "release-task:{id}", Ttl = "1h")]
    public partial Task<Release> GetAsync(int id);

    private static Task<Release> GetCoreAsync(int id) => Task.FromResult(Release.Some);

    [Cached(Key = "release-value-task:{id}", Ttl = "1h", Source = nameof(GetCoreAsync))]
    public partial ValueTask<Release> GetValueAsync(int id);

    [Cached(Key = "artist:{name}", Ttl = "1h")]
    public partial Release Named(string name);

    private static Release NamedCore(string name) => Release.Some;

    [Cached(Key = "artist-task:{name}", Ttl = "1h")]
    public partial Task<Release> NamedAsync(string name);

    private static Task<Release> NamedCoreAsync(string name) => Task.FromResult(Release.Some);

    [Cached(Key = "artist-value-task:{name}", Ttl = "1h", Source = nameof(NamedCoreAsync))]
    public partial ValueTask<Release> NamedValueAsync(string name);

    [Cached(Key = "order:{id}", Ttl = "1h")]
    public partial Release Ordered(Guid id);

    private static Release OrderedCore(Guid id) => Release.Some;

    [Cached(Key = "order-task:{id}", Ttl = "1h")]
    public partial Task<Release> OrderedAsync(Guid id);

    private static Task<Release> OrderedCoreAsync(Guid id) => Task.FromResult(Release.Some);

    [Cached(Key = "order-value-task:{id}", Ttl = "1h", Source = nameof(OrderedCoreAsync))]
    public partial ValueTask<Release> OrderedValueAsync(Guid id);

    [Cached(Key = "search:{query}:{page}:{sort}", Ttl = "1h")]
    public partial Release Search(string query, int page, string sort);

    private static Release SearchCore(string query, int page, string sort) => Release.Some;

    [Cached(Key = "search-task:{query}:{page}:{sort}", Ttl = "1h")]
    public partial Task<Release> SearchAsync(string query, int page, string sort);

    private static Task<Release> SearchCoreAsync(string query, int page, string sort) => Task.FromResult(Release.Some);

    [Cached(Key = "search-value-task:{query}:{page}:{sort}", Ttl = "1h", Source = nameof(SearchCoreAsync))]
    public partial ValueTask<Release> SearchValueAsync(string query, int page, string sort);
}
