using System.Numerics;
using System.Runtime.CompilerServices;

namespace CacheGen.InProcess;

/// <summary>What the eviction queue needs to know of an entry.</summary>
internal abstract class Entry
{
    /// <summary>Set by each hit, cleared when the queue lets the entry pass: a second chance.</summary>
    public bool Visited { get; set; }

    /// <summary>It is in no table any more; the queue's lock guards it.</summary>
    public bool IsGone { get; set; }

    /// <summary>No fallback either: nobody will be served it any more.</summary>
    public abstract bool IsOver(long now);

    /// <summary>Takes the entry out of its table; false where it had been replaced or removed before.</summary>
    public abstract bool TryRemove();
}

/// <summary>One value with its times. The value never changes: a new one is a new entry, so readers need no lock.</summary>
internal sealed class Entry<TKey, TValue>(EntryMap<TKey, TValue> map, int hash, TKey key, TValue value) : Entry
    where TKey : notnull
{
    private Entry<TKey, TValue>? _even;
    private Entry<TKey, TValue>? _odd;
    private Task<TValue>? _task;

    /// <summary>As <see cref="EntryMap{TKey, TValue}.HashOf"/> made it.</summary>
    public int Hash { get; } = hash;

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

    public override bool IsOver(long now) => now >= StaleUntil;

    public override bool TryRemove() => map.Remove(this);

    /// <summary>The next entry of the chain, in a table of so many buckets: a power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Entry<TKey, TValue>? NextIn(int buckets) => IsEven(buckets) ? _even : _odd;

    /// <inheritdoc cref="NextIn"/>
    public ref Entry<TKey, TValue>? Link(int buckets) => ref IsEven(buckets) ? ref _even : ref _odd;

    private static bool IsEven(int buckets) => (BitOperations.TrailingZeroCount(buckets) & 1) == 0;
}
