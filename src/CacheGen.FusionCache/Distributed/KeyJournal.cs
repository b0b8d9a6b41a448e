namespace CacheGen.Distributed;

/// <summary>What is known against the copies of a key.</summary>
/// <param name="PrimaryStale">The primary missed a write, or may have.</param>
/// <param name="SecondaryStale">The secondary missed a write, or may have.</param>
/// <param name="Running">Writes to the primary that were left after their time, and may yet arrive there.</param>
internal readonly record struct KeyDoubt(bool PrimaryStale, bool SecondaryStale, int Running)
{
    public bool IsNone => this == default;
}

/// <summary>
/// The keys of which one store or the other missed a write. A key that is not in here is the same in both, as far as this node's writes
/// go. It remembers keys, not values: these are in the store that has them.
/// </summary>
internal sealed class KeyJournal(int capacity)
{
    private readonly Dictionary<string, KeyDoubt> _doubts = [];
    private volatile int _count;

    public int Count => _count;

    public KeyDoubt Look(string key)
    {
        // Every operation asks, and nearly always there is nothing.
        if (_count == 0)
            return default;
        lock (_doubts) return _doubts.GetValueOrDefault(key);
    }

    /// <summary>First those that the primary missed: they do not wait for a secondary that is down.</summary>
    public List<string> Keys()
    {
        lock (_doubts)
        {
            var keys = new List<string>(_doubts.Count);
            foreach (var (key, doubt) in _doubts)
            {
                if (doubt.PrimaryStale)
                    keys.Add(key);
            }

            foreach (var (key, doubt) in _doubts)
            {
                if (!doubt.PrimaryStale)
                    keys.Add(key);
            }

            return keys;
        }
    }

    /// <returns>False where the key is new and there is no room.</returns>
    public bool TryDoubtPrimary(string key) => TryChange(key, bounded: true, static doubt => doubt with { PrimaryStale = true });

    /// <returns>False where the key is new and there is no room.</returns>
    public bool TryDoubtSecondary(string key) => TryChange(key, bounded: true, static doubt => doubt with { SecondaryStale = true });

    /// <summary>A write to the primary was left running. Never refused: the write itself takes more room than this does.</summary>
    public void WriteLeft(string key) =>
        TryChange(key, bounded: false, static doubt => doubt with { PrimaryStale = true, Running = doubt.Running + 1 });

    /// <summary>A write that was left has ended. The primary stays in doubt, for it may have taken the value.</summary>
    public void WriteEnded(string key) => TryChange(key, bounded: false, static doubt => doubt with { Running = doubt.Running - 1 });

    /// <summary>The primary has the latest write. Without effect while an older one may yet arrive.</summary>
    public void TrustPrimary(string key) =>
        TryChange(key, bounded: true, static doubt => doubt.Running > 0 ? doubt : doubt with { PrimaryStale = false });

    /// <summary>The secondary has the latest write, or nothing.</summary>
    public void TrustSecondary(string key) => TryChange(key, bounded: true, static doubt => doubt with { SecondaryStale = false });

    /// <summary>
    /// The secondary has nothing of any key from <paramref name="startOver"/> on. Both under the lock: a doubt that is cast here
    /// after it, about what is written after it, must stay.
    /// </summary>
    public void TrustSecondaryAfter(Action startOver)
    {
        lock (_doubts)
        {
            startOver();
            foreach (var key in Keys())
                TrustSecondary(key);
        }
    }

    private bool TryChange(string key, bool bounded, Func<KeyDoubt, KeyDoubt> change)
    {
        lock (_doubts)
        {
            var known = _doubts.TryGetValue(key, out var doubt);
            var changed = change(doubt);
            if (changed.IsNone)
                _doubts.Remove(key);
            else if (!known && bounded && _doubts.Count >= capacity)
                return false;
            else
                _doubts[key] = changed;
            _count = _doubts.Count;
            return true;
        }
    }
}
