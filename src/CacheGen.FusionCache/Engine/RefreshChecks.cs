using System.Collections.Concurrent;

namespace CacheGen.Fusion;

/// <summary>
/// When FusionCache was last asked whether a value is due for its eager refresh. Only its GetOrSet tells, which costs several times
/// what a hit costs: between two questions hits are plain ones, and a refresh begins at most one interval late.
/// </summary>
/// <param name="refreshAfter">The age at which a value is due.</param>
/// <param name="ttl">The age at which it is too late.</param>
/// <param name="clock">The cache's clock.</param>
internal sealed class RefreshChecks<TKey>(TimeSpan refreshAfter, TimeSpan ttl, TimeProvider clock)
    where TKey : notnull
{
    // A sixteenth of the shorter of both times: late by little, and rarely asked.
    private const int Fraction = 16;

    // A key that is forgotten is asked about once more.
    private const int Capacity = 100_000;

    private readonly ConcurrentDictionary<TKey, long> _next = new();
    private readonly long _interval = (long)((refreshAfter < ttl - refreshAfter ? refreshAfter : ttl - refreshAfter).TotalSeconds / Fraction * clock.TimestampFrequency);

    public bool IsDue(in TKey key) => !_next.TryGetValue(key, out var next) || clock.GetTimestamp() >= next;

    public void Done(TKey key)
    {
        if (_next.Count >= Capacity && !_next.ContainsKey(key))
            _next.Clear();
        _next[key] = clock.GetTimestamp() + _interval;
    }
}
