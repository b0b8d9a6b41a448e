using System.Diagnostics;

namespace CacheGen.Benchmarks.Plots;

/// <summary>
/// Times of several loops, taken in turns. Plots have many points, and each wants only the shape of a line: BenchmarkDotNet has the figures
/// that are held to targets.
/// </summary>
internal static class Timing
{
    private const int Passes = 4;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Nanoseconds of one operation of each loop: the best of many runs.</summary>
    /// <param name="runs">How often each loop is run.</param>
    /// <param name="loops">What is run, and how many operations a run has. A run should last some milliseconds.</param>
    public static double[] Best(int runs, params (int Operations, Action Run)[] loops)
    {
        // The JIT optimises in the background, a stage at a time.
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var (_, run) in loops)
                run();
            Thread.Sleep(s_pause);
        }

        var best = loops.Select(_ => double.PositiveInfinity).ToArray();
        for (var turn = 0; turn < runs; turn++)
        {
            for (var i = 0; i < loops.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                loops[i].Run();
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalNanoseconds / loops[i].Operations);
            }
        }

        return best;
    }
}
