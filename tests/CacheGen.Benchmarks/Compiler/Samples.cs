using System.Diagnostics;

namespace CacheGen.Benchmarks.Compiler;

/// <summary>Times of one thing done again and again: of the processor, over all threads, and by the clock on the wall.</summary>
internal sealed class Samples
{
    private readonly List<double> _processor = [];
    private readonly List<double> _wall = [];

    public double Processor => Median(_processor);

    public double Wall => Median(_wall);

    public double Least => _processor.Min();

    public T Time<T>(Func<T> work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.GetTimestamp();
        var result = work();
        _wall.Add(Stopwatch.GetElapsedTime(wall).TotalMilliseconds);
        _processor.Add((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
        return result;
    }

    /// <summary>What was measured while the runtime still compiled is not counted.</summary>
    public void Forget()
    {
        _processor.Clear();
        _wall.Clear();
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
