using Microsoft.Extensions.Logging;

namespace CacheGen.Warmup;

/// <summary>Counts the calls of a run and tells the log: each tenth of those that are known to come, or each hundred.</summary>
internal sealed partial class Progress(ILogger logger, string warmup)
{
    private const int Step = 100;

    // A source that is down fails every call; the log is to say so, not to be filled with it.
    private const int FailuresInFull = 10;

    private readonly object _lock = new();
    private int? _expected = 0;
    private int _done;
    private int _failed;

    public int Done => Volatile.Read(ref _done);

    public int Failed => Volatile.Read(ref _failed);

    /// <summary>So many calls more will come; null: nobody knows.</summary>
    public void Expect(int? items)
    {
        lock (_lock)
            _expected += items;
    }

    public void Ended<TItem>(TItem item, Exception? failure)
    {
        lock (_lock)
        {
            _done++;
            if (failure is not null && ++_failed <= FailuresInFull)
                ItemFailed(logger, failure, warmup, item);
            else if (failure is not null)
                ItemFailedToo(logger, failure, warmup, item);

            if (_expected is { } expected && (long)_done * 10 / expected > (long)(_done - 1) * 10 / expected)
                ProgressOf(logger, warmup, _done, expected, _failed);
            else if (_expected is null && _done % Step == 0)
                ProgressSoFar(logger, warmup, _done, _failed);
        }
    }

    public void Over(TimeSpan duration) => Ended(logger, warmup, Done, Failed, duration);

    public void Broken(Exception exception) => Failing(logger, exception, warmup, Done);

    [LoggerMessage(21, LogLevel.Information, "Cache warm-up {Warmup}: {Done} of {Items} calls, {Failed} of them failed")]
    private static partial void ProgressOf(ILogger logger, string warmup, int done, int items, int failed);

    [LoggerMessage(22, LogLevel.Information, "Cache warm-up {Warmup}: {Done} calls, {Failed} of them failed")]
    private static partial void ProgressSoFar(ILogger logger, string warmup, int done, int failed);

    [LoggerMessage(23, LogLevel.Information, "Cache warm-up {Warmup} ended: {Done} calls, {Failed} of them failed, in {Duration}")]
    private static partial void Ended(ILogger logger, string warmup, int done, int failed, TimeSpan duration);

    [LoggerMessage(24, LogLevel.Warning, "Cache warm-up {Warmup}: the call for {Item} failed; the others go on. After ten failures the others are logged as Debug")]
    private static partial void ItemFailed(ILogger logger, Exception exception, string warmup, object? item);

    [LoggerMessage(25, LogLevel.Debug, "Cache warm-up {Warmup}: the call for {Item} failed too")]
    private static partial void ItemFailedToo(ILogger logger, Exception exception, string warmup, object? item);

    [LoggerMessage(26, LogLevel.Error, "Cache warm-up {Warmup} failed outside of its calls, after {Done} of them")]
    private static partial void Failing(ILogger logger, Exception exception, string warmup, int done);
}
