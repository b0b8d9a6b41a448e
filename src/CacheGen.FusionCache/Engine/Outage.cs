using Microsoft.Extensions.Logging;

namespace CacheGen.Fusion;

/// <summary>Failures of the engine, which no caller is to see: the first of an outage is logged, the others are not.</summary>
internal sealed class Outage(ILogger logger)
{
    private int _isOut;

    public void Report(Exception exception)
    {
        if (Interlocked.Exchange(ref _isOut, 1) == 0)
            Log.EngineFailed(logger, exception);
    }

    public void Over()
    {
        if (Volatile.Read(ref _isOut) != 0)
            Volatile.Write(ref _isOut, 0);
    }

    /// <summary>For invalidations and stores: FusionCache's auto-recovery makes up for what failed.</summary>
    public void Guard(Action action)
    {
        try
        {
            action();
            Over();
        }
        catch (Exception exception) when (IsOfTheEngine(exception))
        {
            Report(exception);
        }
    }

    /// <inheritdoc cref="Guard"/>
    public async ValueTask GuardAsync(Func<ValueTask> action)
    {
        try
        {
            await action().ConfigureAwait(false);
            Over();
        }
        catch (Exception exception) when (IsOfTheEngine(exception))
        {
            Report(exception);
        }
    }

    /// <summary>Not the caller's own cancellation, and not a use after disposal, which he must hear of.</summary>
    public static bool IsOfTheEngine(Exception exception) => exception is not (OperationCanceledException or ObjectDisposedException);
}
