using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace CacheGen.FusionCache.Tests.Conformance;

/// <summary>
/// FusionCache's L1 in the conformance suite. FusionCache 2.7 has no TimeProvider, it reads the system's clock: the suite cannot move
/// the clock, so what is stored is made older instead. That is the same to everything that compares a stored time with now.
/// </summary>
internal sealed class AgingMemoryCache : IMemoryCache
{
    private readonly ConcurrentDictionary<object, Entry> _entries = new();

    public ICacheEntry CreateEntry(object key) => new Entry(this, key);

    public bool TryGetValue(object key, out object? value)
    {
        value = null;
        if (!_entries.TryGetValue(key, out var entry) || entry.AbsoluteExpiration <= DateTimeOffset.UtcNow)
            return false;
        value = entry.Value;
        return true;
    }

    public void Remove(object key) => _entries.TryRemove(key, out _);

    public void Age(TimeSpan by)
    {
        foreach (var entry in _entries.Values)
        {
            entry.AbsoluteExpiration -= by;
            if (entry.Value is { } value)
                StoredTimes.Age(value, by);
        }
    }

    public void Dispose()
    {
    }

    private sealed class Entry(AgingMemoryCache cache, object key) : ICacheEntry
    {
        public object Key => key;

        public object? Value { get; set; }

        public DateTimeOffset? AbsoluteExpiration { get; set; }

        public TimeSpan? AbsoluteExpirationRelativeToNow { get; set; }

        public TimeSpan? SlidingExpiration { get; set; }

        public IList<IChangeToken> ExpirationTokens { get; } = [];

        public IList<PostEvictionCallbackRegistration> PostEvictionCallbacks { get; } = [];

        public CacheItemPriority Priority { get; set; }

        public long? Size { get; set; }

        public void Dispose() => cache._entries[key] = this;
    }
}

/// <summary>The times inside FusionCache's own entries, in ticks.</summary>
internal static class StoredTimes
{
    private static readonly ConcurrentDictionary<Type, Action<object, long>> s_aging = new();

    public static void Age(object entry, TimeSpan by) => s_aging.GetOrAdd(entry.GetType(), Aging)(entry, by.Ticks);

    private static Action<object, long> Aging(Type type)
    {
        var timestamp = type.GetProperty("Timestamp", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!;
        var expiration = type.GetProperty("LogicalExpirationTimestamp")!;
        var metadata = type.GetProperty("Metadata")!;
        return (entry, ticks) =>
        {
            Subtract(timestamp, entry, ticks);
            Subtract(expiration, entry, ticks);
            if (metadata.GetValue(entry) is { } details)
            {
                var eager = details.GetType().GetProperty("EagerExpirationTimestamp")!;
                if (eager.GetValue(details) is long due)
                    eager.SetValue(details, due - ticks);
            }
        };
    }

    private static void Subtract(PropertyInfo property, object entry, long ticks) =>
        property.SetValue(entry, Math.Max(0, (long)property.GetValue(entry)! - ticks));
}
