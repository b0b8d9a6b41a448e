using Microsoft.Extensions.Caching.Memory;

namespace CacheGen.Benchmarks.Hits;

/// <summary>Hits by a string.</summary>
public class StringHits : Hits<StringSubject>
{
    protected override StringSubject Create() => new(WorkingSet.Strings);
}

/// <summary>The calls with a string.</summary>
public readonly struct StringSubject(string[] keys) : ISubject
{
    private readonly BareCache<string> _bare = new(WorkingSet.Strings);
    private readonly Catalog _catalog = new(MethodCache.CreateInProcess());
    private readonly MemoryCacheCatalog _memoryCache = new(new MemoryCache(new MemoryCacheOptions()));
    private readonly ICatalog _proxy = CachingInterceptor.Around(new PlainCatalog());
    private readonly ICatalog _leanProxy = CachingInterceptor.Around(new PlainCatalog(), lean: true);

    public Release? Bare(int place) => _bare.Get(keys[place]);

    public Release Value(int place) => _catalog.Named(keys[place]);

    public Task<Release> Task(int place) => _catalog.NamedAsync(keys[place]);

    public ValueTask<Release> ValueTask(int place) => _catalog.NamedValueAsync(keys[place]);

    public Task<Release?> MemoryCache(int place) => _memoryCache.NamedAsync(keys[place]);

    public Task<Release> Proxy(int place) => _proxy.NamedAsync(keys[place]);

    public Task<Release> LeanProxy(int place) => _leanProxy.NamedAsync(keys[place]);
}
