using CacheGen.Benchmarks.Running;

namespace CacheGen.Benchmarks.Threads;

/// <summary>What threads do to one another.</summary>
internal static class ThreadMeasures
{
    public static Type[] Types => [typeof(ThreadHits)];

    public static IEnumerable<Measure> Of(Results results, Pace pace)
    {
        var (cached, bare) = EvictionLatency.Measure(pace.Rounds, TimeSpan.FromMilliseconds(30 * pace.Iterations));
        return
        [
            Measure.AtLeast("hits on distinct keys: two threads / one", Scaling(results, "OneOnDistinct", "TwoOnDistinct"), 1.8),
            Measure.AtLeast("hits on the same key: two threads / one", Scaling(results, "OneOnSame", "TwoOnSame"), 1.8),
            Measure.Beside("bare dictionary, distinct keys: two threads / one", Scaling(results, "BareOneOnDistinct", "BareTwoOnDistinct")),
            Measure.Beside("bare dictionary, the same key: two threads / one", Scaling(results, "BareOneOnSame", "BareTwoOnSame")),
            Measure.AtMost("hit while another thread makes the cache evict: p99.9, µs", cached, 20),
            Measure.Beside("bare dictionary read while another thread writes: p99.9, µs", bare),
        ];
    }

    private static double? Scaling(Results results, string one, string two) => 2 * results.Ratio((typeof(ThreadHits), one), (typeof(ThreadHits), two));
}
