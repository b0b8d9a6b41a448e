using CacheGen;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Misses;

/// <summary>Sources that have their answer at once, and are called directly too: what a miss costs more is the cache's.</summary>
internal sealed partial class MissCatalog(MethodCache cache)
{
    private static readonly Task<Release> s_done = Task.FromResult(Release.Some);

    [Cached(Key = "release:{id}", Ttl = "1h")]
    public partial Release Get(int id);

    public static Release GetCore(int id) => Release.Some;

    [Cached(Key = "release-task:{id}", Ttl = "1h")]
    public partial Task<Release> GetAsync(int id);

    public static Task<Release> GetCoreAsync(int id) => s_done;

    [Cached(Key = "release-value-task:{id}", Ttl = "1h")]
    public partial ValueTask<Release> GetValueAsync(int id);

    public static ValueTask<Release> GetValueCoreAsync(int id) => new(Release.Some);
}
