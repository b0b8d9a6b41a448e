namespace Dj.Hosting;

/// <summary>The system's clock, put forward: what is kept grows older at once. Timers run as ever.</summary>
public sealed class MovableClock : TimeProvider
{
    private long _ahead;

    public void PutForward(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Volatile.Read(ref _ahead);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));
}
