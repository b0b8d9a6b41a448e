using System.Collections.Concurrent;
using Dj.Metering;

namespace Dj.Comparison;

/// <summary>What such services write for themselves: a dictionary with times. Callers that ask at once all ask the source.</summary>
internal sealed class ExpiringDictionary(TimeProvider time)
{
    private static readonly TimeSpan s_miss = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (object? Value, DateTimeOffset Until)> _entries = new();
    private int _hits;
    private int _misses;

    public Lookups Lookups => new(_hits, _misses);

    public async Task<T?> GetAsync<T>(string key, TimeSpan ttl, Func<Task<T?>> load)
        where T : class
    {
        if (_entries.TryGetValue(key, out var entry) && time.GetUtcNow() < entry.Until)
        {
            Interlocked.Increment(ref _hits);
            return (T?)entry.Value;
        }

        Interlocked.Increment(ref _misses);
        var value = await load();
        _entries[key] = (value, time.GetUtcNow() + (value is null ? s_miss : ttl));
        return value;
    }
}
