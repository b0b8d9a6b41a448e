using BenchmarkDotNet.Attributes;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Misses;

/// <summary>Misses of a cache that has been full for long: each evicts another entry, and nothing grows any more.</summary>
public class FullMisses
{
    private const int Count = 8192;

    private readonly MissCatalog _catalog = new(MethodCache.CreateInProcess(new CacheGenOptions { MaxEntries = Count }));
    private int _next;

    [GlobalSetup]
    public void Fill()
    {
        for (var round = 0; round < 4; round++)
            Task();
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Release? Task()
    {
        Release? last = null;
        for (var i = 0; i < Count; i++)
            last = _catalog.GetAsync(_next++).Result;
        return last;
    }
}
