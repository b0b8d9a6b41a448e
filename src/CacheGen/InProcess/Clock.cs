namespace CacheGen.InProcess;

/// <summary>
/// Milliseconds since some moment. The system's clock is read as TickCount64, which is several times cheaper than
/// TimeProvider.System's timestamp; any other TimeProvider is asked itself.
/// </summary>
internal sealed class Clock(TimeProvider provider)
{
    private readonly TimeProvider? _custom = ReferenceEquals(provider, TimeProvider.System) ? null : provider;
    private readonly double _ticksPerMillisecond = provider.TimestampFrequency / 1000.0;

    public long Now => _custom is null ? Environment.TickCount64 : FromCustom(_custom);

    /// <summary>A one-shot timer that does not keep the caller's ExecutionContext (and what hangs on it) alive.</summary>
    public ITimer After(long milliseconds, TimerCallback callback, object state)
    {
        var dueTime = TimeSpan.FromMilliseconds(milliseconds);
        if (ExecutionContext.IsFlowSuppressed())
            return provider.CreateTimer(callback, state, dueTime, Timeout.InfiniteTimeSpan);
        using (ExecutionContext.SuppressFlow())
            return provider.CreateTimer(callback, state, dueTime, Timeout.InfiniteTimeSpan);
    }

    private long FromCustom(TimeProvider custom) => (long)(custom.GetTimestamp() / _ticksPerMillisecond);
}
