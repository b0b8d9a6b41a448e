using CacheGen.Benchmarks.Hits;
using CacheGen.Benchmarks.Running;

namespace CacheGen.Benchmarks;

/// <summary>The measures of what happens at run time, all from one run.</summary>
internal static class RunTime
{
    public static IReadOnlyCollection<Measure> Measures(Pace pace)
    {
        var results = BenchmarkRun.Of(pace, loops: [.. HitMeasures.Types], once: []);
        return
        [
            .. HitMeasures.Of(results),
        ];
    }
}
