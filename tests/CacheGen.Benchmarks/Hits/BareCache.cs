using System.Collections.Concurrent;

namespace CacheGen.Benchmarks.Hits;

/// <summary>The least that a cache can do: a dictionary, and a look at the clock. No loads, no bound, no statistics.</summary>
internal sealed class BareCache<TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    public BareCache(IEnumerable<TKey> keys)
    {
        foreach (var key in keys)
            Set(key);
    }

    public void Set(TKey key) => _entries[key] = new Entry(Release.Some, Environment.TickCount64 + 3_600_000);

    public void Remove(TKey key) => _entries.TryRemove(key, out _);

    public Release? Get(TKey key) => _entries.TryGetValue(key, out var entry) && Environment.TickCount64 < entry.Until ? entry.Value : null;

    private sealed class Entry(Release value, long until)
    {
        public Release Value { get; } = value;

        public long Until { get; } = until;
    }
}
