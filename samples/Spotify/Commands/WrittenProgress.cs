using Dj.Analysis;

namespace Dj.Commands;

/// <summary>Writes progress as it comes. (<see cref="Progress{T}"/> would tell it later, and out of order.)</summary>
internal sealed class WrittenProgress(TextWriter writer, string what) : IProgress<AnalysisProgress>
{
    private readonly Lock _lock = new();

    public void Report(AnalysisProgress value)
    {
        lock (_lock)
            writer.WriteLine($"{what}: {value.Done} of {value.Total} tracks");
    }
}
