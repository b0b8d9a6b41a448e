using BenchmarkDotNet.Loggers;

namespace CacheGen.Benchmarks.Running;

/// <summary>
/// What BenchmarkDotNet reports as wrong goes to standard error; the rest of what it says is nobody's concern here, nor are its remarks,
/// which begin like comments (there are no exporters, for one).
/// </summary>
internal sealed class ErrorLogger : ILogger
{
    public string Id => nameof(ErrorLogger);

    public int Priority => 0;

    public void Write(LogKind logKind, string text)
    {
        if (logKind == LogKind.Error && !text.StartsWith("//", StringComparison.Ordinal))
            Console.Error.Write(text);
    }

    public void WriteLine()
    {
    }

    public void WriteLine(LogKind logKind, string text) => Write(logKind, text + Environment.NewLine);

    public void Flush()
    {
    }
}
