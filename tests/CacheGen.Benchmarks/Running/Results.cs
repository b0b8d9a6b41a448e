using BenchmarkDotNet.Reports;

namespace CacheGen.Benchmarks.Running;

/// <summary>
/// What was measured, by benchmark and round. A comparison is made within each round, where both sides were measured within seconds of one
/// another, and the median of the rounds is taken. What is missing in a round makes the comparison null: it failed.
/// </summary>
internal sealed class Results
{
    private readonly Dictionary<(Type, string), List<Figure?>> _figures = [];

    public Results(IEnumerable<Summary> summaries)
    {
        foreach (var summary in summaries)
        {
            foreach (var benchmark in summary.BenchmarksCases)
            {
                var name = (benchmark.Descriptor.Type, benchmark.Descriptor.WorkloadMethod.Name);
                if (!_figures.TryGetValue(name, out var rounds))
                    _figures.Add(name, rounds = []);
                rounds.Add(FigureOf(summary[benchmark]));
            }
        }
    }

    /// <summary>Every benchmark has a figure in every round.</summary>
    public bool AreComplete => _figures.Count > 0 && _figures.Values.All(rounds => rounds.All(figure => figure is not null));

    /// <summary>How many times as long as another.</summary>
    public double? Ratio((Type, string) one, (Type, string) other) => Median(one, other, static (a, b) => a.Nanoseconds / b.Nanoseconds);

    /// <summary>How many times as many bytes as another.</summary>
    public double? BytesRatio((Type, string) one, (Type, string) other) => Median(one, other, static (a, b) => a.Bytes / b.Bytes);

    /// <summary>How much longer than another, in nanoseconds.</summary>
    public double? Added((Type, string) one, (Type, string) other) => Median(one, other, static (a, b) => a.Nanoseconds - b.Nanoseconds);

    /// <summary>How many bytes more than another.</summary>
    public double? BytesAdded((Type, string) one, (Type, string) other) => Median(one, other, static (a, b) => a.Bytes - b.Bytes);

    public double? Nanoseconds((Type, string) one) => Median(one, one, static (a, _) => a.Nanoseconds);

    public double? Bytes((Type, string) one) => Median(one, one, static (a, _) => a.Bytes);

    private double? Median((Type, string) one, (Type, string) other, Func<Figure, Figure, double> compare)
    {
        if (!_figures.TryGetValue(one, out var some) || !_figures.TryGetValue(other, out var others) || some.Count != others.Count)
            return null;
        var compared = some.Zip(others, (a, b) => a is null || b is null ? null : (double?)compare(a.Value, b.Value)).Order().ToArray();
        return compared.Contains(null) ? null : (compared[(compared.Length - 1) / 2] + compared[compared.Length / 2]) / 2;
    }

    private static Figure? FigureOf(BenchmarkReport? report) =>
        report is { Success: true, ResultStatistics: { } times } && report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) is { } bytes
            ? new Figure(times.Min, bytes)
            : null;
}
