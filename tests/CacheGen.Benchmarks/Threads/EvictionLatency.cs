using System.Diagnostics;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Threads;

/// <summary>
/// How long single hits take while another thread adds entries to a full cache, so that it evicts all the time. Beside it the same reads of
/// a bare dictionary while another thread adds and removes, which shows what two threads on this machine do to one another anyhow.
/// </summary>
internal static class EvictionLatency
{
    private const int Entries = 16_384;

    /// <summary>The 99.9th percentile in microseconds, the best of some runs; null where not one call was a hit.</summary>
    public static (double? Cached, double? Bare) Measure(int runs, TimeSpan length)
    {
        double? cached = null;
        double? bare = null;
        for (var run = 0; run < runs; run++)
        {
            cached = Least(cached, Cached(length));
            bare = Least(bare, Bare(length));
        }

        return (cached, bare);
    }

    private static double? Cached(TimeSpan length)
    {
        var catalog = new CountingCatalog(MethodCache.CreateInProcess(new CacheGenOptions { MaxEntries = Entries }));
        foreach (var key in WorkingSet.Ints)
            catalog.GetAsync(key).Wait();
        var next = WorkingSet.Count;
        return Percentile(
            length,
            key =>
            {
                var loads = CountingCatalog.LoadsOfThisThread;
                _ = catalog.GetAsync(key).Result;
                return loads == CountingCatalog.LoadsOfThisThread;
            },
            () => catalog.GetAsync(++next).Wait());
    }

    private static double? Bare(TimeSpan length)
    {
        var cache = new BareCache<int>(WorkingSet.Ints);
        var next = WorkingSet.Count;
        return Percentile(
            length,
            key => cache.Get(key) is not null,
            () =>
            {
                cache.Set(++next);
                if (next - Entries > WorkingSet.Count)
                    cache.Remove(next - Entries);
            });
    }

    private static double? Percentile(TimeSpan length, Func<int, bool> read, Action write)
    {
        using var over = new CancellationTokenSource();
        var writer = new Thread(() =>
        {
            while (!over.IsCancellationRequested)
                write();
        });
        writer.Start();
        var histogram = new Histogram();
        var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        for (var (call, now) = (0, 0L); now < end; call++)
        {
            var key = WorkingSet.Ints[call % WorkingSet.Count];
            var start = Stopwatch.GetTimestamp();
            var isHit = read(key);
            now = Stopwatch.GetTimestamp();
            if (isHit)
                histogram.Add(now - start);
        }

        over.Cancel();
        writer.Join();
        return histogram.Percentile(0.999) is { } ticks ? ticks * 1e6 / Stopwatch.Frequency : null;
    }

    private static double? Least(double? one, double? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
