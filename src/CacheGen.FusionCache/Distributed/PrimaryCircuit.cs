namespace CacheGen.Distributed;

/// <summary>
/// A circuit breaker that counts failures in a row. Ours because Polly's (8) opens at a ratio of failures within a window: on a busy
/// cache, the successes of the last seconds would keep it closed while every caller waits for the timeout.
/// </summary>
internal sealed class PrimaryCircuit(int failuresToOpen, TimeSpan breakDuration, TimeProvider time)
{
    private readonly object _lock = new();
    private PrimaryState _state;
    private int _failures;
    private long _openedAt;

    public PrimaryState State
    {
        get { lock (_lock) return _state; }
    }

    /// <summary>Whether <see cref="TryEnter"/> would let an operation through now.</summary>
    public bool IsPassable
    {
        get { lock (_lock) return _state == PrimaryState.Closed || IsDue; }
    }

    private bool IsDue => _state == PrimaryState.Open && time.GetElapsedTime(_openedAt) >= breakDuration;

    /// <summary>Whether an operation may go to the primary. Each that may ends with one of the methods below.</summary>
    /// <param name="probe">The operation is the one that finds out whether the primary is back.</param>
    public bool TryEnter(out bool probe)
    {
        lock (_lock)
        {
            probe = IsDue;
            if (probe)
                _state = PrimaryState.HalfOpen;
            return probe || _state == PrimaryState.Closed;
        }
    }

    public void Succeeded(bool probe)
    {
        lock (_lock)
        {
            // An operation that began before the outage says nothing about its end.
            if (!probe && _state != PrimaryState.Closed)
                return;
            _state = PrimaryState.Closed;
            _failures = 0;
        }
    }

    /// <returns>Whether an outage begins with this failure.</returns>
    public bool Failed(bool probe)
    {
        lock (_lock)
        {
            var opens = _state == PrimaryState.Closed && ++_failures >= failuresToOpen;
            if (opens || probe)
            {
                _state = PrimaryState.Open;
                _openedAt = time.GetTimestamp();
            }

            return opens;
        }
    }

    /// <summary>The operation's caller left it; the next one may probe in its place.</summary>
    public void Left(bool probe)
    {
        lock (_lock)
        {
            if (probe)
                _state = PrimaryState.Open;
        }
    }
}
