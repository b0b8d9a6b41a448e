using CacheGen.Benchmarks.Batches;
using CacheGen.Benchmarks.Hits;
using CacheGen.Benchmarks.Memory;
using CacheGen.Benchmarks.Misses;
using CacheGen.Benchmarks.Running;
using CacheGen.Benchmarks.Threads;

namespace CacheGen.Benchmarks;

/// <summary>The measures of what happens at run time, all from one run.</summary>
internal static class RunTime
{
    public static IReadOnlyCollection<Measure> Measures(Pace pace)
    {
        var results = BenchmarkRun.Of(
            pace,
            loops: [.. HitMeasures.Types, .. FusionMeasures.Types, .. MissMeasures.Loops],
            once: [.. MissMeasures.Once, .. ThreadMeasures.Types, .. BatchMeasures.Types]);
        return
        [
            .. HitMeasures.Of(results),
            .. FusionMeasures.Of(results),
            .. MissMeasures.Of(results),
            .. ThreadMeasures.Of(results, pace),
            .. MemoryMeasures.Of(),
            .. BatchMeasures.Of(results),
        ];
    }
}
