using System.Runtime.CompilerServices;

namespace CacheGen.InProcess;

/// <summary>Milliseconds since some moment: the system's, or those of any other TimeProvider.</summary>
internal sealed class Clock(TimeProvider provider)
{
    private readonly TimeProvider? _custom = ReferenceEquals(provider, TimeProvider.System) ? null : provider;
    private readonly double _ticksPerMillisecond = provider.TimestampFrequency / 1000.0;

    /// <summary>What decides and what is stored goes by this.</summary>
    public long Now => _custom is null ? CoarseClock.Precise() : FromCustom(_custom);

    /// <summary>What a hit goes by: the system's time may be some 10 ms old.</summary>
    public long Coarse
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _custom is null ? CoarseClock.Now : FromCustom(_custom);
    }

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
