using Dj.Analysis;

namespace Dj.Commands;

/// <summary>Writes how far an analysis is as it goes. (<see cref="Progress{T}"/> would tell it later, and out of order.)</summary>
internal sealed class WrittenProgress(TextWriter writer) : IProgress<AnalysisProgress>
{
    private readonly Lock _lock = new();

    public void Report(AnalysisProgress value)
    {
        lock (_lock)
            writer.Write($" {value.Done}");
    }
}
