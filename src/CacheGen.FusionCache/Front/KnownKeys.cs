using System.Numerics;
using CacheGen.InProcess;

namespace CacheGen.Fusion;

/// <summary>
/// The keys of one method that are asked for again and again. To forget one costs its text anew and no more, so this is built as a
/// processor's cache is: sets of eight places, no lock, bounded by its size. It starts small, and grows while keys come.
/// </summary>
/// <remarks>Two threads that write at once may lose one key, or keep it twice. Neither is wrong.</remarks>
internal sealed class KnownKeys<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private const int Ways = 8;
    private const int FirstSize = 8 * Ways;

    private readonly int _largest = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, FirstSize));
    // Null for value types, whose own methods are called directly.
    private readonly IEqualityComparer<TKey>? _comparer = KeyComparers.Of<TKey>();
    private readonly object _growing = new();
    private KnownKey<TKey, TValue>?[] _places = new KnownKey<TKey, TValue>?[FirstSize];
    private int _taken;

    /// <summary>What is known of a key, if anything is; and its hash code.</summary>
    public KnownKey<TKey, TValue>? Find(in TKey key, out int hash)
    {
        hash = typeof(TKey).IsValueType ? key.GetHashCode() : _comparer!.GetHashCode(key);
        var places = Volatile.Read(ref _places);
        foreach (var known in places.AsSpan(SetOf(hash, places.Length), Ways))
        {
            if (known is null)
                return null;
            if (known.Hash == hash && (typeof(TKey).IsValueType ? EqualityComparer<TKey>.Default.Equals(known.Key, key) : _comparer!.Equals(known.Key, key)))
                return known;
        }

        return null;
    }

    /// <summary>
    /// Remembers a key in the place of one that was not asked for lately. Where all of its set were, it is turned away: they have to be asked
    /// for again before the next one comes.
    /// </summary>
    public void Add(KnownKey<TKey, TValue> key)
    {
        var places = Volatile.Read(ref _places);
        if (places.Length < _largest && _taken >= places.Length / 2)
            places = Grow();
        if (Put(places, key))
            Interlocked.Increment(ref _taken);
    }

    /// <summary>Lets go of the values that may not be served any more.</summary>
    public void DropValues(long now)
    {
        foreach (var known in Volatile.Read(ref _places))
        {
            if (known?.Front is { } front && now >= front.Until)
                known.Front = null;
        }
    }

    /// <summary>True where a place was free.</summary>
    private static bool Put(KnownKey<TKey, TValue>?[] places, KnownKey<TKey, TValue> key)
    {
        var set = places.AsSpan(SetOf(key.Hash, places.Length), Ways);
        foreach (ref var place in set)
        {
            if (place is null)
            {
                place = key;
                return true;
            }
        }

        foreach (ref var place in set)
        {
            if (!place!.Visited)
            {
                place = key;
                return false;
            }
        }

        foreach (var known in set)
            known!.Visited = false;
        return false;
    }

    private KnownKey<TKey, TValue>?[] Grow()
    {
        lock (_growing)
        {
            var places = _places;
            if (places.Length >= _largest || _taken < places.Length / 2)
                return places;
            var grown = new KnownKey<TKey, TValue>?[places.Length * 2];
            var taken = 0;
            foreach (var known in places)
            {
                if (known is not null && Put(grown, known))
                    taken++;
            }

            _taken = taken;
            Volatile.Write(ref _places, grown);
            return grown;
        }
    }

    // Fibonacci hashing (Knuth): numbers in a row, and those with a stride, spread evenly over the sets.
    private static int SetOf(int hash, int length) =>
        (int)((uint)hash * 2654435769u >> (32 - BitOperations.Log2((uint)length) + BitOperations.Log2(Ways))) * Ways;
}
