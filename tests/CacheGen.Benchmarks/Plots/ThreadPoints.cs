using CacheGen.Benchmarks.Hits;
using CacheGen.Benchmarks.Threads;

namespace CacheGen.Benchmarks.Plots;

/// <summary>How many hits a second all threads have together. It cannot grow beyond what processors there are.</summary>
internal static class ThreadPoints
{
    private const int Calls = 200_000;
    private static readonly int[] s_threads = [1, 2, 4];

    public static Plot Measure(int runs)
    {
        var bare = new BareCache<int>(WorkingSet.Ints);
        var catalog = new Catalog(MethodCache.CreateInProcess());
        foreach (var key in WorkingSet.Ints)
            catalog.GetAsync(key).Wait();
        using var workers = new Workers(s_threads[^1]);
        return new Plot("hits-by-threads", $"Hits on {Environment.ProcessorCount} processors, by threads", "threads", "million hits per second", s_threads,
        [
            new("bare, distinct keys", Points(start => Walk(start, key => bare.Get(key)))),
            new("Task<T>, distinct keys", Points(start => Walk(start, key => catalog.GetAsync(key).Result))),
            new("Task<T>, same key", Points(_ => Walk(0, _ => catalog.GetAsync(WorkingSet.Ints[0]).Result))),
        ]);

        double[] Points(Action<int> work) => Timing
            .Best(runs, [.. s_threads.Select(threads => (threads * Calls, (Action)(() => workers.Run(threads, work))))])
            .Select(nanoseconds => 1000 / nanoseconds).ToArray();
    }

    private static void Walk(int worker, Func<int, Release?> get)
    {
        var own = WorkingSet.Count / s_threads[^1];
        var keys = WorkingSet.Ints.AsSpan(worker * own, own);
        for (var call = 0; call < Calls; call++)
            get(keys[call % own]);
    }
}
