using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CacheGen.InProcess.Eviction;

namespace CacheGen.InProcess;

/// <summary>
/// One method's entries and loads. This part is what users of the table call; InProcessTable.Loads.cs is the slow path.
/// </summary>
/// <remarks>
/// Entries live in an <see cref="EntryMap{TKey, TValue}"/>, which hits read without a lock. Whatever changes an entry or a load takes the lock
/// of the key's stripe, so that an invalidation and the end of a load are one before the other; only eviction takes entries
/// out without it, which nobody's correctness rests on. Lock order: stripe, eviction policy, map.
/// </remarks>
internal sealed partial class InProcessTable<TKey, TValue> : CacheTable<TKey, TValue>, IInProcessTable
    where TKey : notnull
{
    private static readonly int s_stripes = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Min(Environment.ProcessorCount * 4, 64));

    // The entry itself, its place in the table and what eviction remembers of it: see docs/performance.md.
    private const int BytesOfAnEntry = 150;

    private readonly EntryMap<TKey, TValue> _entries;
    private readonly EvictionPolicy _room;
    private readonly Dictionary<TKey, Flight<TKey, TValue>>[] _stripes = new Dictionary<TKey, Flight<TKey, TValue>>[s_stripes];
    private readonly InProcessCache _cache;
    private readonly Clock _clock;
    private volatile Lifetimes _lifetimes;

    // The method returns Task: who is answered by an entry gets the entry's.
    private bool _servesTasks;

    public InProcessTable(CachedMethod<TKey, TValue> method, InProcessCache cache)
        : base(method, cache)
    {
        _cache = cache;
        _clock = cache.Clock;
        _entries = new EntryMap<TKey, TValue>(Counters);
        _room = cache.RoomFor(Policy.MaxEntries);
        _lifetimes = new Lifetimes(Policy, cache.Options);
        for (var i = 0; i < _stripes.Length; i++)
            _stripes[i] = [];
    }

    public override long? Count => _entries.Count;

    public override bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!TryGetUncounted(key, out value))
            return false;
        CountHit(value);
        return true;
    }

    internal override bool TryGetUncounted(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (FreshEntry(key) is { } entry)
        {
            value = entry.Value;
            return true;
        }

        value = default;
        return false;
    }

    public override Task<TValue>? TryGetTask(in TKey key)
    {
        if (FreshEntry(key) is { } entry)
        {
            CountHit(entry.Value);
            return entry.Task;
        }

        _servesTasks = true;
        return null;
    }

    public override bool Peek(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_entries.Find(key) is { } entry && _clock.Now < entry.ExpiresAt)
        {
            value = entry.Value;
            return true;
        }

        value = default;
        return false;
    }

    public override ValueTask<Peeked<TValue>> PeekAsync(TKey key, CancellationToken cancellationToken = default) =>
        new(Peek(key, out var value) ? new Peeked<TValue>(true, value) : default);

    public override void Set(TKey key, TValue value)
    {
        var assessed = Assess(key, value);
        var stripe = StripeOf(key);
        lock (stripe)
        {
            Detach(stripe, key);
            if (assessed.Verdict.Use == ValueUse.LeaveAlone)
                TakeOut(key);
            else
                Store(key, value, assessed);
        }
    }

    public override ValueTask SetAsync(TKey key, TValue value, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Set(key, value);
        return ValueTask.CompletedTask;
    }

    public override void Remove(TKey key)
    {
        var stripe = StripeOf(key);
        lock (stripe)
        {
            Detach(stripe, key);
            TakeOut(key);
        }
    }

    public override ValueTask RemoveAsync(TKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Remove(key);
        return ValueTask.CompletedTask;
    }

    public void RemoveByKey(string key) => RemoveWhere(typed => FormatKey(typed) == key);

    // Every entry is looked at: tags cost those who remove by them, not those who read.
    public void RemoveByTag(string tag)
    {
        if (Method.FormatTags is { } format)
            RemoveWhere(typed => format(typed).Contains(tag));
    }

    public void Clear()
    {
        // Loads first: one that ends in between has stored its value by the time the entries go.
        foreach (var typed in KeysUnderWay())
        {
            var stripe = StripeOf(typed);
            lock (stripe)
                Detach(stripe, typed);
        }

        foreach (var typed in _entries.Keys())
            TakeOut(typed);
    }

    protected override void OnReconfigured() => _lifetimes = new Lifetimes(Policy, _cache.Options);

    // No lock: as with eviction, it is this very entry or none.
    protected override ValueTask RemoveIfAsync(TKey key, TValue value)
    {
        if (_entries.Find(key) is { } entry && AreSame(entry.Value, value) && entry.TryRemove())
            _room.Left(entry);
        return ValueTask.CompletedTask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Entry<TKey, TValue>? FreshEntry(in TKey key)
    {
        if (_entries.Find(key) is not { } entry || _clock.Coarse >= entry.FreshUntil)
            return null;
        entry.Touch();
        return entry;
    }

    private void TakeOut(TKey key)
    {
        if (_entries.Remove(key) is { } entry)
            _room.Left(entry);
    }

    private Dictionary<TKey, Flight<TKey, TValue>> StripeOf(TKey key) => _stripes[key.GetHashCode() & (s_stripes - 1)];

    private static void Detach(Dictionary<TKey, Flight<TKey, TValue>> stripe, TKey key)
    {
        if (stripe.Remove(key, out var flight))
            flight.IsDetached = true;
    }

    private void RemoveWhere(Func<TKey, bool> applies)
    {
        // Loads first: one that ends in between has stored its value by the time the entries are looked at.
        foreach (var typed in KeysUnderWay().Concat(_entries.Keys()))
        {
            if (applies(typed))
                Remove(typed);
        }
    }

    private List<TKey> KeysUnderWay()
    {
        var keys = new List<TKey>();
        foreach (var stripe in _stripes)
        {
            lock (stripe)
                keys.AddRange(stripe.Keys);
        }

        return keys;
    }
}
