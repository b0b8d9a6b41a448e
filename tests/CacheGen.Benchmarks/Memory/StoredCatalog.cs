using CacheGen;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Memory;

/// <summary>A service whose source has all its values already.</summary>
internal sealed partial class StoredCatalog(Release[] releases, MethodCache cache)
{
    [Cached(Key = "release:{id}", Ttl = "1h")]
    public partial Release Get(int id);

    private Release GetCore(int id) => releases[id];

    [Cached(Key = "release-task:{id}", Ttl = "1h")]
    public partial Task<Release> GetAsync(int id);

    private Task<Release> GetCoreAsync(int id) => Task.FromResult(releases[id]);
}
