namespace Dj.Metering;

/// <summary>Counts the calls of one upstream, and the time during which any was under way.</summary>
public sealed class UpstreamMeter(string upstream, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _calls;
    private int _refused;
    private int _underWay;
    private int _mostAtATime;
    private long _busySince;
    private TimeSpan _busy;

    public string Upstream { get; } = upstream;

    public UpstreamUse Read()
    {
        lock (_lock)
            return new UpstreamUse(_calls, _refused, _busy + (_underWay > 0 ? time.GetElapsedTime(_busySince) : TimeSpan.Zero), _mostAtATime);
    }

    internal void Begin()
    {
        lock (_lock)
        {
            _calls++;
            if (_underWay++ == 0)
                _busySince = time.GetTimestamp();
            _mostAtATime = Math.Max(_mostAtATime, _underWay);
        }
    }

    internal void End(bool refused)
    {
        lock (_lock)
        {
            if (refused)
                _refused++;
            if (--_underWay == 0)
                _busy += time.GetElapsedTime(_busySince);
        }
    }
}

/// <param name="Calls">Requests sent, refused ones included.</param>
/// <param name="Refused">Those that the upstream refused because there were too many.</param>
/// <param name="Busy">How long at least one was under way.</param>
/// <param name="MostAtATime">How many were under way at a time, at most; since the meter was made.</param>
public readonly record struct UpstreamUse(int Calls, int Refused, TimeSpan Busy, int MostAtATime)
{
    /// <summary>What was used since an earlier reading.</summary>
    public UpstreamUse Since(UpstreamUse earlier) =>
        new(Calls - earlier.Calls, Refused - earlier.Refused, Busy - earlier.Busy, MostAtATime);
}
