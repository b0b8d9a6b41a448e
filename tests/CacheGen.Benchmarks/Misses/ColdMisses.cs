using BenchmarkDotNet.Attributes;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Misses;

/// <summary>
/// Each call's key is new to the cache, loads, and is stored: a cache that fills from empty to 20,000 entries, all growing of what it is
/// made of included.
/// </summary>
public class ColdMisses
{
    private const int Count = 20_000;
    private static readonly int[] s_keys = WorkingSet.Shuffled(Count);

    private MissCatalog _catalog = null!;

    [IterationSetup]
    public void Empty() => _catalog = new MissCatalog(MethodCache.CreateInProcess(new CacheGenOptions { MaxEntries = 2 * Count }));

    [Benchmark(OperationsPerInvoke = Count)]
    public Release? Value()
    {
        Release? last = null;
        foreach (var key in s_keys)
            last = _catalog.Get(key);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Release? Task()
    {
        Release? last = null;
        foreach (var key in s_keys)
            last = _catalog.GetAsync(key).Result;
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Release? ValueTask()
    {
        Release? last = null;
        foreach (var key in s_keys)
            last = _catalog.GetValueAsync(key).Result;
        return last;
    }
}
