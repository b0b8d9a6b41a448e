using System.Numerics;
using System.Runtime.CompilerServices;
using CacheGen.InProcess.Eviction;

namespace CacheGen.InProcess;

/// <summary>One value with its times. The value never changes: a new one is a new entry, so readers need no lock.</summary>
internal sealed class Entry<TKey, TValue>(EntryMap<TKey, TValue> map, int hash, TKey key, TValue value, int weight = 1) : Evictable
    where TKey : notnull
{
    private Entry<TKey, TValue>? _even;
    private Entry<TKey, TValue>? _odd;
    private Task<TValue>? _task;

    /// <summary>As <see cref="EntryMap{TKey, TValue}.HashOf"/> made it.</summary>
    public int Hash { get; } = hash;

    public override int Fingerprint => Hash ^ map.Salt;

    public TKey Key { get; } = key;

    public TValue Value { get; } = value;

    /// <summary>The completed task that every hit of a method returning Task shares.</summary>
    public Task<TValue> Task => _task ??= System.Threading.Tasks.Task.FromResult(Value);

    /// <summary>Until then a hit needs nothing else: the earlier of expiry and the next eager refresh.</summary>
    public long FreshUntil { get; set; }

    /// <summary>The end of the Ttl.</summary>
    public long ExpiresAt { get; init; }

    /// <summary>The end of the fail-safe time; the end of the Ttl without one.</summary>
    public long StaleUntil { get; init; }

    /// <summary>After a failed load: the source is not asked again before then.</summary>
    public long RetryAt { get; set; }

    public override int Weight { get; } = weight;

    public override bool IsOver(long now) => now >= StaleUntil;

    public override bool TryRemove() => map.Remove(this);

    public override void CountEviction() => map.Counters.Evict();

    /// <summary>The next entry of the chain, in a table of so many buckets: a power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Entry<TKey, TValue>? NextIn(int buckets) => IsEven(buckets) ? _even : _odd;

    /// <inheritdoc cref="NextIn"/>
    public ref Entry<TKey, TValue>? Link(int buckets) => ref IsEven(buckets) ? ref _even : ref _odd;

    private static bool IsEven(int buckets) => (BitOperations.TrailingZeroCount(buckets) & 1) == 0;
}
