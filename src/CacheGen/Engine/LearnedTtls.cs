namespace CacheGen;

/// <summary>
/// What AdaptiveTtl has learned of each key: the last value, and how long it was given. It is of this process: another one learns for itself.
/// </summary>
/// <remarks>Two generations bound it: when the young one is full it becomes the old one, and what the old one held is forgotten.</remarks>
internal sealed class LearnedTtls<TValue>(Func<TValue, TValue, bool> isSame, int capacity)
{
    private readonly object _lock = new();
    private readonly int _generation = Math.Max(capacity / 2, 1);
    private Dictionary<string, (TValue Value, TimeSpan Ttl)> _young = new(StringComparer.Ordinal);
    private Dictionary<string, (TValue Value, TimeSpan Ttl)> _old = new(StringComparer.Ordinal);

    /// <summary>How long this value is fresh: twice as long as the one before, if it equals that.</summary>
    public TimeSpan Next(string key, TValue value, TimeSpan shortest, TimeSpan longest)
    {
        var last = Last(key);
        // Not under the lock: it is the user's code, or walks through long lists.
        var ttl = last is { } known && isSame(known.Value, value) ? Twice(known.Ttl, shortest, longest) : shortest;
        lock (_lock)
        {
            if (_young.Count >= _generation && !_young.ContainsKey(key))
                (_old, _young) = (_young, new(StringComparer.Ordinal));
            _young[key] = (value, ttl);
        }

        return ttl;
    }

    /// <summary>There is no such thing any more: a change, and nothing to compare the next value with.</summary>
    public void Forget(string key)
    {
        lock (_lock)
        {
            _young.Remove(key);
            _old.Remove(key);
        }
    }

    private (TValue Value, TimeSpan Ttl)? Last(string key)
    {
        lock (_lock)
            return _young.TryGetValue(key, out var last) || _old.TryGetValue(key, out last) ? last : null;
    }

    // The bounds may have changed since.
    private static TimeSpan Twice(TimeSpan ttl, TimeSpan shortest, TimeSpan longest) =>
        ttl >= longest / 2 ? longest : ttl < shortest / 2 ? shortest : ttl * 2;
}
