using CacheGen;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Threads;

/// <summary>A service whose source counts, by which a call that was no hit is told from one that was slow.</summary>
internal sealed partial class CountingCatalog(MethodCache cache)
{
    [ThreadStatic]
    private static int s_loads;

    /// <summary>A load from a source that has its answer at once runs on its caller's thread.</summary>
    public static int LoadsOfThisThread => s_loads;

    [Cached(Key = "release:{id}", Ttl = "1h")]
    public partial Task<Release> GetAsync(int id);

    private static Task<Release> GetCoreAsync(int id)
    {
        s_loads++;
        return Task.FromResult(Release.Some);
    }
}
