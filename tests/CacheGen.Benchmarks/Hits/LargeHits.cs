using BenchmarkDotNet.Attributes;

namespace CacheGen.Benchmarks.Hits;

/// <summary>Hits that find nothing in the processor's caches: what is measured is mostly how many places in memory each side visits.</summary>
public class LargeHits
{
    // A part of the walk each time, so that an iteration stays short.
    private const int Step = 4096;

    private BareCache<int> _bare = null!;
    private Catalog _catalog = null!;
    private int _start;

    // In another order than that of the walk, which would else go through memory from one end to the other.
    [GlobalSetup]
    public void Fill()
    {
        var keys = Enumerable.Range(1, WorkingSet.Large).ToArray();
        _bare = new BareCache<int>(keys);
        _catalog = new Catalog(MethodCache.CreateInProcess(new CacheGenOptions { MaxEntries = WorkingSet.Large + 1 }));
        foreach (var key in keys)
            _catalog.GetAsync(key).Wait();
        // The first hit of an entry makes its task.
        foreach (var key in keys)
            _catalog.GetAsync(key).Wait();
    }

    [Benchmark(OperationsPerInvoke = Step)]
    public Release? Bare()
    {
        Release? last = null;
        foreach (var key in Next())
            last = _bare.Get(key);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Step)]
    public Release? Task()
    {
        Release? last = null;
        foreach (var key in Next())
            last = _catalog.GetAsync(key).Result;
        return last;
    }

    private ReadOnlySpan<int> Next()
    {
        _start = (_start + Step) % WorkingSet.Large;
        return WorkingSet.LargeInts.AsSpan(_start, Step);
    }
}
