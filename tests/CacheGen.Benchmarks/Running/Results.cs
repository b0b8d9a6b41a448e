using BenchmarkDotNet.Reports;

namespace CacheGen.Benchmarks.Running;

/// <summary>
/// What was measured, by benchmark: the best of all iterations of all rounds. Times vary by what else runs on the machine, which only adds,
/// and rounds are far enough apart that each benchmark has its chance. What failed in any round is null, and so is all that is made of it.
/// </summary>
internal sealed class Results
{
    private readonly Dictionary<(Type, string), Figure?> _figures = [];

    public Results(IEnumerable<Summary> summaries)
    {
        foreach (var summary in summaries)
        {
            foreach (var benchmark in summary.BenchmarksCases)
            {
                var name = (benchmark.Descriptor.Type, benchmark.Descriptor.WorkloadMethod.Name);
                var figure = FigureOf(summary[benchmark]);
                _figures[name] = _figures.TryGetValue(name, out var known) ? Figure.Best(known, figure) : figure;
            }
        }
    }

    public double? Nanoseconds((Type, string) one) => _figures.GetValueOrDefault(one)?.Nanoseconds;

    public double? Bytes((Type, string) one) => _figures.GetValueOrDefault(one)?.Bytes;

    /// <summary>How many times as long as another.</summary>
    public double? Ratio((Type, string) one, (Type, string) other) => Nanoseconds(one) / Nanoseconds(other);

    /// <summary>How many times as many bytes as another.</summary>
    public double? BytesRatio((Type, string) one, (Type, string) other) => Bytes(one) / Bytes(other);

    /// <summary>How much longer than another, in nanoseconds.</summary>
    public double? Added((Type, string) one, (Type, string) other) => Nanoseconds(one) - Nanoseconds(other);

    /// <summary>How many bytes more than another.</summary>
    public double? BytesAdded((Type, string) one, (Type, string) other) => Bytes(one) - Bytes(other);

    private static Figure? FigureOf(BenchmarkReport? report) =>
        report is { Success: true, ResultStatistics: { } times } && report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) is { } bytes
            ? new Figure(times.Min, bytes)
            : null;
}
