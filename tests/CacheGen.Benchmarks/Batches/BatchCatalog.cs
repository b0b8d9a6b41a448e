using CacheGen;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Batches;

/// <summary>A service that gets many at once.</summary>
internal sealed partial class BatchCatalog(MethodCache cache)
{
    [CachedBatch(Key = "release:{id}", Ttl = "1h")]
    public partial Task<IReadOnlyDictionary<int, Release>> GetAsync(IReadOnlyCollection<int> ids);

    public static Task<Dictionary<int, Release>> GetCoreAsync(IReadOnlyCollection<int> ids)
    {
        var found = new Dictionary<int, Release>(ids.Count);
        foreach (var id in ids)
            found.Add(id, Release.Some);
        return Task.FromResult(found);
    }
}
