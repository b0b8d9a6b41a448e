using Microsoft.Extensions.Caching.Memory;

namespace CacheGen.Benchmarks.Hits;

/// <summary>Hits by a Guid.</summary>
public class GuidHits : Hits<GuidSubject>
{
    protected override GuidSubject Create() => new(WorkingSet.Guids);
}

/// <summary>The calls with a Guid.</summary>
public readonly struct GuidSubject(Guid[] keys) : ISubject
{
    private readonly BareCache<Guid> _bare = new(keys);
    private readonly Catalog _catalog = new(MethodCache.CreateInProcess());
    private readonly MemoryCacheCatalog _memoryCache = new(new MemoryCache(new MemoryCacheOptions()));
    private readonly ICatalog _proxy = CachingInterceptor.Around(new PlainCatalog());
    private readonly ICatalog _leanProxy = CachingInterceptor.Around(new PlainCatalog(), lean: true);

    public Release? Bare(int place) => _bare.Get(keys[place]);

    public Release Value(int place) => _catalog.Ordered(keys[place]);

    public Task<Release> Task(int place) => _catalog.OrderedAsync(keys[place]);

    public ValueTask<Release> ValueTask(int place) => _catalog.OrderedValueAsync(keys[place]);

    public Task<Release?> MemoryCache(int place) => _memoryCache.OrderedAsync(keys[place]);

    public Task<Release> Proxy(int place) => _proxy.OrderedAsync(keys[place]);

    public Task<Release> LeanProxy(int place) => _leanProxy.OrderedAsync(keys[place]);
}
