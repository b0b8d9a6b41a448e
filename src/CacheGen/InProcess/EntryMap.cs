using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CacheGen.InProcess;

/// <summary>
/// A hash table whose nodes are the entries: a look goes from the bucket to the entry and no further, where a ConcurrentDictionary has a
/// node in between. Looks take no lock; who changes the table does.
/// </summary>
/// <remarks>
/// Each entry has two links. A table of 2, 8, 32… buckets uses one of them, a table of 4, 16, 64… the other. So a table that grows links
/// the entries anew without touching the chains that readers still walk. A reader who is overtaken by a change of size, and by what is done to
/// the table then, may miss an entry that is there, as he may if he comes too early: a load looks again, under the lock of its key. He never
/// runs in a circle, since no chain ever leads from an entry that was linked anew to one that was not.
/// </remarks>
internal sealed class EntryMap<TKey, TValue>(MethodCounters counters)
    where TKey : notnull
{
    private const int Smallest = 8;

    // Odd and unknown to whoever chooses keys, or he could choose them all for one bucket.
    private static readonly uint s_multiplier = (uint)Random.Shared.Next() << 1 | 0x8000_0001;

    // Null for value types, whose own methods are called directly.
    private readonly IEqualityComparer<TKey>? _comparer = KeyComparers.Of<TKey>();
    private readonly object _lock = new();
    private Entry<TKey, TValue>?[] _buckets = new Entry<TKey, TValue>?[Smallest];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Those of the method whose entries these are.</summary>
    public MethodCounters Counters { get; } = counters;

    /// <summary>Tells this table's keys from the same ones in another, where all tables' hashes come together.</summary>
    public int Salt { get; } = Random.Shared.Next();

    /// <summary>The hash by which a key is filed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int HashOf(in TKey key)
    {
        var hash = (uint)(typeof(TKey).IsValueType ? key.GetHashCode() : _comparer!.GetHashCode(key)) * s_multiplier;
        // The product's high bits are the good ones, and buckets are chosen by the low ones.
        return (int)(hash ^ hash >> 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Entry<TKey, TValue>? Find(in TKey key)
    {
        var hash = HashOf(key);
        var buckets = Volatile.Read(ref _buckets);
        // The length is a power of two, so the index needs no check.
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buckets), hash & (buckets.Length - 1));
        for (var entry = Volatile.Read(ref first); entry is not null; entry = entry.NextIn(buckets.Length))
        {
            if (entry.Hash == hash && IsOf(entry, key))
                return entry;
        }

        return null;
    }

    /// <summary>Files an entry, in place of the one that had its key.</summary>
    /// <returns>The one whose place it took.</returns>
    public Entry<TKey, TValue>? Put(Entry<TKey, TValue> entry)
    {
        lock (_lock)
        {
            var buckets = _buckets;
            ref var place = ref PlaceOf(buckets, entry.Hash, entry.Key);
            var old = place;
            if (old is null && _count >= buckets.Length)
            {
                buckets = Resize(buckets.Length * 2);
                place = ref PlaceOf(buckets, entry.Hash, entry.Key);
            }

            entry.Link(buckets.Length) = old?.NextIn(buckets.Length);
            Volatile.Write(ref place, entry);
            if (old is null)
                Volatile.Write(ref _count, _count + 1);
            return old;
        }
    }

    /// <summary>Takes out the entry of a key.</summary>
    public Entry<TKey, TValue>? Remove(in TKey key)
    {
        var hash = HashOf(key);
        lock (_lock)
        {
            ref var place = ref PlaceOf(_buckets, hash, key);
            return place is { } entry ? Unlink(ref place, entry) : null;
        }
    }

    /// <summary>Takes out this very entry, not one that has taken its place.</summary>
    public bool Remove(Entry<TKey, TValue> entry)
    {
        lock (_lock)
        {
            ref var place = ref PlaceOf(_buckets, entry.Hash, entry.Key);
            if (place != entry)
                return false;
            Unlink(ref place!, entry);
            return true;
        }
    }

    /// <summary>All keys that were there the whole time, and perhaps some that came or went meanwhile.</summary>
    public List<TKey> Keys()
    {
        while (true)
        {
            var buckets = Volatile.Read(ref _buckets);
            var keys = new List<TKey>(Count);
            foreach (ref var bucket in buckets.AsSpan())
            {
                for (var entry = Volatile.Read(ref bucket); entry is not null; entry = entry.NextIn(buckets.Length))
                    keys.Add(entry.Key);
            }

            // Its chains hold while readers walk them, but for one change of size only: who finds another table looks again.
            if (Volatile.Read(ref _buckets) == buckets)
                return keys;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsOf(Entry<TKey, TValue> entry, in TKey key) =>
        typeof(TKey).IsValueType ? EqualityComparer<TKey>.Default.Equals(entry.Key, key) : _comparer!.Equals(entry.Key, key);

    // Where the link to the entry of this key is, or where the chain ends.
    private ref Entry<TKey, TValue>? PlaceOf(Entry<TKey, TValue>?[] buckets, int hash, in TKey key)
    {
        ref var place = ref buckets[hash & (buckets.Length - 1)];
        while (place is { } entry && !(entry.Hash == hash && IsOf(entry, key)))
        {
            // The links of the table before: they may lead to entries that have left, and would keep them and their values alive.
            entry.Link(2 * buckets.Length) = null;
            place = ref entry.Link(buckets.Length);
        }

        return ref place;
    }

    // The entry keeps its own link: a reader who is there goes on from it.
    private Entry<TKey, TValue> Unlink(ref Entry<TKey, TValue>? place, Entry<TKey, TValue> entry)
    {
        Volatile.Write(ref place, entry.NextIn(_buckets.Length));
        entry.Link(2 * _buckets.Length) = null;
        Volatile.Write(ref _count, _count - 1);
        // To an eighth and not to a quarter: the next size must use the other links.
        if (_buckets.Length > 8 * Smallest && _count < _buckets.Length / 32)
            Resize(_buckets.Length / 8);
        return entry;
    }

    private Entry<TKey, TValue>?[] Resize(int length)
    {
        var old = _buckets;
        var buckets = new Entry<TKey, TValue>?[length];
        foreach (var bucket in old)
        {
            for (var entry = bucket; entry is not null; entry = entry.NextIn(old.Length))
            {
                ref var first = ref buckets[entry.Hash & (length - 1)];
                entry.Link(length) = first;
                first = entry;
            }
        }

        Volatile.Write(ref _buckets, buckets);
        return buckets;
    }
}
