using BenchmarkDotNet.Attributes;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Threads;

/// <summary>
/// Hits on one thread and on two at once, each on keys of its own or all on the same key. Times are of one hit on each of the threads, so
/// two threads that do not disturb one another take as long as one.
/// </summary>
public class ThreadHits
{
    private const int Calls = 65_536;
    private const int Own = WorkingSet.Count / 2;

    private readonly BareCache<int> _bare = new(WorkingSet.Ints);
    private readonly Catalog _catalog = new(MethodCache.CreateInProcess());
    // What the loops end with, so that none of them is for nothing; far enough apart to be no shared cache line of their own.
    private readonly Release?[] _last = new Release?[64];
    private Action<int> _distinct = null!;
    private Action<int> _same = null!;
    private Action<int> _bareDistinct = null!;
    private Action<int> _bareSame = null!;
    private Workers _workers = null!;

    [GlobalSetup]
    public void Fill()
    {
        foreach (var key in WorkingSet.Ints)
            _catalog.GetAsync(key).Wait();
        _workers = new Workers(2);
        _distinct = Distinct;
        _same = Same;
        _bareDistinct = BareDistinct;
        _bareSame = BareSame;
    }

    [IterationSetup]
    public void Ready() => _workers.Ready();

    [GlobalCleanup]
    public void End() => _workers.Dispose();

    [Benchmark(OperationsPerInvoke = Calls)]
    public void OneOnDistinct() => _workers.Run(1, _distinct);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void TwoOnDistinct() => _workers.Run(2, _distinct);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void OneOnSame() => _workers.Run(1, _same);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void TwoOnSame() => _workers.Run(2, _same);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void BareOneOnDistinct() => _workers.Run(1, _bareDistinct);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void BareTwoOnDistinct() => _workers.Run(2, _bareDistinct);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void BareOneOnSame() => _workers.Run(1, _bareSame);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void BareTwoOnSame() => _workers.Run(2, _bareSame);

    private void Distinct(int worker)
    {
        var keys = WorkingSet.Ints.AsSpan(worker * Own, Own);
        Release? last = null;
        for (var call = 0; call < Calls; call++)
            last = _catalog.GetAsync(keys[call % Own]).Result;
        _last[worker * 16] = last;
    }

    private void Same(int worker)
    {
        var key = WorkingSet.Ints[0];
        Release? last = null;
        for (var call = 0; call < Calls; call++)
            last = _catalog.GetAsync(key).Result;
        _last[worker * 16] = last;
    }

    private void BareDistinct(int worker)
    {
        var keys = WorkingSet.Ints.AsSpan(worker * Own, Own);
        Release? last = null;
        for (var call = 0; call < Calls; call++)
            last = _bare.Get(keys[call % Own]);
        _last[worker * 16] = last;
    }

    private void BareSame(int worker)
    {
        var key = WorkingSet.Ints[0];
        Release? last = null;
        for (var call = 0; call < Calls; call++)
            last = _bare.Get(key);
        _last[worker * 16] = last;
    }
}
