using Microsoft.Extensions.Caching.Memory;

namespace CacheGen.Benchmarks.Hits;

/// <summary>Hits by two strings and an int.</summary>
public class SearchHits : Hits<SearchSubject>
{
    protected override SearchSubject Create() => new(WorkingSet.Searches);
}

/// <summary>The calls with two strings and an int.</summary>
public readonly struct SearchSubject((string Query, int Page, string Sort)[] keys) : ISubject
{
    private readonly BareCache<(string Query, int Page, string Sort)> _bare = new(WorkingSet.Searches);
    private readonly Catalog _catalog = new(MethodCache.CreateInProcess());
    private readonly MemoryCacheCatalog _memoryCache = new(new MemoryCache(new MemoryCacheOptions()));
    private readonly ICatalog _proxy = CachingInterceptor.Around(new PlainCatalog());
    private readonly ICatalog _leanProxy = CachingInterceptor.Around(new PlainCatalog(), lean: true);

    public Release? Bare(int place) => _bare.Get(keys[place]);

    public Release Value(int place) => _catalog.Search(keys[place].Query, keys[place].Page, keys[place].Sort);

    public Task<Release> Task(int place) => _catalog.SearchAsync(keys[place].Query, keys[place].Page, keys[place].Sort);

    public ValueTask<Release> ValueTask(int place) => _catalog.SearchValueAsync(keys[place].Query, keys[place].Page, keys[place].Sort);

    public Task<Release?> MemoryCache(int place) => _memoryCache.SearchAsync(keys[place].Query, keys[place].Page, keys[place].Sort);

    public Task<Release> Proxy(int place) => _proxy.SearchAsync(keys[place].Query, keys[place].Page, keys[place].Sort);

    public Task<Release> LeanProxy(int place) => _leanProxy.SearchAsync(keys[place].Query, keys[place].Page, keys[place].Sort);
}
