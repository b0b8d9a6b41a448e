namespace CacheGen.Fusion;

/// <summary>
/// When this node last invalidated which key. A value that another node read before that may reach L2 after it: written by a load that
/// the news came too late for, or made up for after an outage. Its own news tells when it was read.
/// </summary>
internal sealed class Invalidations
{
    // As many as may matter at a time: those of a load's duration, or of an outage. The oldest are forgotten.
    private const int Capacity = 10_000;

    private readonly Dictionary<string, long> _times = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long Time)> _order = new();
    private readonly object _lock = new();

    /// <summary>Called before the invalidation begins (what was read before is wrong from then on) and when it is done.</summary>
    public void Add(string key)
    {
        var now = DateTimeOffset.UtcNow.UtcTicks;
        lock (_lock)
        {
            _times[key] = now;
            _order.Enqueue((key, now));
            while (_order.Count > Capacity)
            {
                var (oldest, time) = _order.Dequeue();
                if (_times.TryGetValue(oldest, out var last) && last == time)
                    _times.Remove(oldest);
            }
        }
    }

    /// <summary>Whether what another node read at this time (ticks of FusionCache: UTC) was invalidated here since.</summary>
    public bool IsOlder(string key, long timestamp)
    {
        lock (_lock)
            return _times.TryGetValue(key, out var last) && timestamp < last;
    }
}
