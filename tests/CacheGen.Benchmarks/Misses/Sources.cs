using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Misses;

/// <summary>The same sources without a cache. Not inlined, or there would be nothing to measure.</summary>
public class Sources
{
    private const int Count = 20_000;
    private static readonly int[] s_keys = WorkingSet.Shuffled(Count);

    [Benchmark(OperationsPerInvoke = Count)]
    public Release? Value()
    {
        Release? last = null;
        foreach (var key in s_keys)
            last = Get(key);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Release? Task()
    {
        Release? last = null;
        foreach (var key in s_keys)
            last = GetAsync(key).Result;
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Release? ValueTask()
    {
        Release? last = null;
        foreach (var key in s_keys)
            last = GetValueAsync(key).Result;
        return last;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Release Get(int id) => MissCatalog.GetCore(id);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<Release> GetAsync(int id) => MissCatalog.GetCoreAsync(id);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ValueTask<Release> GetValueAsync(int id) => MissCatalog.GetValueCoreAsync(id);
}
