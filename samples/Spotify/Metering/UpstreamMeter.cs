namespace Dj.Metering;

/// <summary>Counts the calls of one upstream, and the time during which any was under way.</summary>
public sealed class UpstreamMeter(string upstream, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _calls;
    private int _refused;
    private int _underWay;
    private long _busySince;
    private TimeSpan _busy;

    public string Upstream { get; } = upstream;

    public UpstreamUse Read()
    {
        lock (_lock)
            return new UpstreamUse(_calls, _refused, _busy + (_underWay > 0 ? time.GetElapsedTime(_busySince) : TimeSpan.Zero));
    }

    internal void Begin()
    {
        lock (_lock)
        {
            _calls++;
            if (_underWay++ == 0)
                _busySince = time.GetTimestamp();
        }
    }

    internal void End()
    {
        lock (_lock)
        {
            if (--_underWay == 0)
                _busy += time.GetElapsedTime(_busySince);
        }
    }

    internal void AddRefused() => Interlocked.Increment(ref _refused);
}

/// <param name="Calls">Requests sent, refused ones included.</param>
/// <param name="Refused">Those that the upstream refused because there were too many.</param>
/// <param name="Busy">How long at least one was under way.</param>
public readonly record struct UpstreamUse(int Calls, int Refused, TimeSpan Busy)
{
    /// <summary>What was used since an earlier reading.</summary>
    public UpstreamUse Since(UpstreamUse earlier) => new(Calls - earlier.Calls, Refused - earlier.Refused, Busy - earlier.Busy);
}
