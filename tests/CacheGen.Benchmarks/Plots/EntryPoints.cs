using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Plots;

/// <summary>What a hit costs as entries grow: what the processor's caches no longer hold must come from memory.</summary>
internal static class EntryPoints
{
    private const int Calls = 32_768;
    private static readonly int[] s_counts = [1024, 4096, 16_384, 65_536, 262_144, 1_048_576];

    public static Plot Measure(int runs)
    {
        var points = s_counts.Select(count => At(count, runs)).ToArray();
        return new Plot("hit-by-entries", "A hit, by entries in the cache", "entries", "ns per hit", s_counts,
            [new("bare dictionary", [.. points.Select(point => point[0])]), new("T", [.. points.Select(point => point[1])]), new("Task<T>", [.. points.Select(point => point[2])])])
        {
            IsLogarithmic = true,
        };
    }

    private static double[] At(int count, int runs)
    {
        // Filled in another order than that of the walk, which would else go through memory from one end to the other.
        var bare = new BareCache<int>(Enumerable.Range(1, count));
        var catalog = new Catalog(MethodCache.CreateInProcess(new CacheGenOptions { MaxEntries = 2 * count }));
        for (var turn = 0; turn < 2; turn++)
        {
            for (var key = 1; key <= count; key++)
            {
                catalog.Get(key);
                catalog.GetAsync(key).Wait();
            }
        }

        return Timing.Best(
            runs,
            (Calls, Walk(count, key => bare.Get(key))),
            (Calls, Walk(count, key => catalog.Get(key))),
            (Calls, Walk(count, key => catalog.GetAsync(key).Result)));
    }

    // The delegate costs all three the same.
    private static Action Walk(int count, Func<int, Release?> get)
    {
        var keys = WorkingSet.Shuffled(count);
        var next = 0;
        return () =>
        {
            for (var call = 0; call < Calls; call++)
            {
                get(keys[next]);
                next = next + 1 == keys.Length ? 0 : next + 1;
            }
        };
    }
}
