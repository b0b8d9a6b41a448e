using Microsoft.Extensions.Caching.Memory;

namespace CacheGen.Benchmarks.Hits;

/// <summary>Hits by an int.</summary>
public class IntHits : Hits<IntSubject>
{
    protected override IntSubject Create() => new(WorkingSet.Ints);
}

/// <summary>The calls with an int.</summary>
public readonly struct IntSubject(int[] keys) : ISubject
{
    private readonly BareCache<int> _bare = new(keys);
    private readonly Catalog _catalog = new(MethodCache.CreateInProcess());
    private readonly MemoryCacheCatalog _memoryCache = new(new MemoryCache(new MemoryCacheOptions()));
    private readonly ICatalog _proxy = CachingInterceptor.Around(new PlainCatalog());
    private readonly ICatalog _leanProxy = CachingInterceptor.Around(new PlainCatalog(), lean: true);

    public Release? Bare(int place) => _bare.Get(keys[place]);

    public Release Value(int place) => _catalog.Get(keys[place]);

    public Task<Release> Task(int place) => _catalog.GetAsync(keys[place]);

    public ValueTask<Release> ValueTask(int place) => _catalog.GetValueAsync(keys[place]);

    public Task<Release?> MemoryCache(int place) => _memoryCache.GetAsync(keys[place]);

    public Task<Release> Proxy(int place) => _proxy.GetAsync(keys[place]);

    public Task<Release> LeanProxy(int place) => _leanProxy.GetAsync(keys[place]);
}
