namespace CacheGen.Batching;

/// <summary>How batches put something off, or onto a thread of its own.</summary>
internal static class Timers
{
    /// <summary>A one-shot timer that does not keep the caller's ExecutionContext alive.</summary>
    public static ITimer After(TimeProvider clock, TimeSpan dueTime, TimerCallback callback, object state)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return clock.CreateTimer(callback, state, dueTime, Timeout.InfiniteTimeSpan);
        using (ExecutionContext.SuppressFlow())
            return clock.CreateTimer(callback, state, dueTime, Timeout.InfiniteTimeSpan);
    }

    /// <summary>For sources that block: their callers may be blocking the pool's threads meanwhile.</summary>
    public static void OnThread(Action action) => new Thread(() => action()) { IsBackground = true, Name = "CacheGen batch" }.Start();
}
