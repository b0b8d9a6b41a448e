using System.Reflection;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Plots;

/// <summary>
/// What a hit costs as methods of one cache grow, over the same 1,024 entries, called in a shuffled order: each method has code, a table
/// and counters of its own.
/// </summary>
internal static class MethodPoints
{
    private const int Repeats = 32;
    private static readonly int[] s_counts = [1, 10, 100, 1000];

    public static Plot Measure(int runs)
    {
        var points = s_counts.Select(count => At(count, runs)).ToArray();
        return new Plot("hit-by-methods", $"A hit, by methods that share a cache of {WorkingSet.Count:N0} entries", "cached methods", "ns per hit", s_counts,
            [new("bare dictionaries", [.. points.Select(point => point[0])]), new("Task<T>", [.. points.Select(point => point[1])])]);
    }

    private static double[] At(int count, int runs)
    {
        var bare = new BareMethods(count);
        var catalog = new KindCatalog(MethodCache.CreateInProcess());
        var order = WorkingSet.Shuffled(WorkingSet.Count);
        var bareCalls = Calls(bare, nameof(BareMethods.Get), order, count);
        var calls = Calls(catalog, nameof(KindCatalog.GetAsync), order, count);
        return Timing.Best(runs, (Repeats * order.Length, () => Run(bareCalls)), (Repeats * order.Length, () => Run(calls)));
    }

    private static void Run((Func<int, Task<Release>> Get, int Key)[] calls)
    {
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            foreach (var (get, key) in calls)
                _ = get(key).Result;
        }
    }

    private static (Func<int, Task<Release>> Get, int Key)[] Calls(object catalog, string name, int[] order, int count)
    {
        var method = catalog.GetType().GetMethod(name, BindingFlags.Public | BindingFlags.Instance)!;
        var methods = Enumerable.Range(0, count).Select(number => method.MakeGenericMethod(Kinds.Of(number)).CreateDelegate<Func<int, Task<Release>>>(catalog)).ToArray();
        return [.. order.Select(number => (methods[number % count], number))];
    }
}
