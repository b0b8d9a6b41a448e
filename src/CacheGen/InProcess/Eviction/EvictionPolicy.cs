namespace CacheGen.InProcess.Eviction;

/// <summary>
/// Bounds the entries of a cache over all its tables, and says which ones leave. Hits only touch their entry; all work is done, a bounded
/// bit at a time, by those who add, and by a sweep for what has expired.
/// </summary>
/// <remarks>
/// Newcomers pass a small window, first in, first out. Whoever comes out of it meets the victim of the main queue, the first one there
/// that was not read lately (CLOCK with a counter), and one of the two leaves: a frequency sketch says how often each was asked for so
/// far, and <see cref="Duels"/> what that is worth. docs/architecture.md says why.
/// </remarks>
internal sealed partial class EvictionPolicy(long maxEntries, long maxBytes, Clock clock)
{
    private const int SweptPerAddition = 1;
    private const int SweptPerLock = 32;

    private readonly object _lock = new();
    private readonly EntryQueue _window = new(Place.Window);
    private readonly EntryQueue _main = new(Place.Main);
    private readonly FrequencySketch _sketch = new();
    private readonly Duels _duels = new();
    private readonly long _maxBytes = maxBytes > 0 ? maxBytes : long.MaxValue;
    private Evictable? _hand;
    private long _count;
    private long _weight;
    private long _evictions;

    /// <summary>Hash codes are mixed with it, so that nobody can choose keys that share their counters.</summary>
    public uint Seed { get; init; } = (uint)Random.Shared.Next();

    public long Count => Volatile.Read(ref _count);

    public long Weight => Volatile.Read(ref _weight);

    /// <summary>How many entries have left to make room.</summary>
    public long Evictions => Volatile.Read(ref _evictions);

    /// <summary>An entry was put into its table.</summary>
    public void Added(Evictable entry)
    {
        var now = clock.Now;
        bool again;
        lock (_lock)
        {
            Add(entry);
            again = Settle(entry, now);
        }

        MakeRoom(again, now);
    }

    /// <summary>An entry took the place of another in its table.</summary>
    public void Replaced(Evictable old, Evictable fresh)
    {
        var now = clock.Now;
        bool again;
        lock (_lock)
        {
            fresh.Inherit(old);
            if (IsKept(old) && fresh.Place == Place.Nowhere)
            {
                Replace(old, fresh);
            }
            else
            {
                Unlink(old);
                Add(fresh);
            }

            again = Settle(fresh, now);
        }

        MakeRoom(again, now);
    }

    /// <summary>An entry left its table by another way than eviction.</summary>
    public void Left(Evictable entry)
    {
        lock (_lock)
            Unlink(entry);
    }

    /// <summary>Looks at so many entries, from where the last look ended, and takes out the expired ones.</summary>
    /// <returns>How many that were.</returns>
    public int Sweep(int budget)
    {
        var removed = 0;
        budget = (int)Math.Min(budget, Count);
        for (var now = clock.Now; budget > 0; budget -= SweptPerLock)
        {
            // Not all at once: who adds an entry waits for a few looks at most.
            lock (_lock)
                removed += Sweep(Math.Min(budget, SweptPerLock), now);
        }

        return removed;
    }

    // Nobody will have to leave for long: what there is to learn until then is forgotten by then, and what has expired is in nobody's way.
    private bool IsHalfEmpty => _count < maxEntries / 2 && _weight < _maxBytes / 2;

    private static bool IsKept(Evictable entry) => entry.Place is Place.Window or Place.Main;

    private void Add(Evictable entry)
    {
        // It may have been removed again before this thread came here.
        if (entry.Place == Place.Gone)
            return;
        if (!IsHalfEmpty)
        {
            var hash = HashOf(entry);
            _duels.Asked(hash);
            _sketch.Add(hash, 1, _count);
        }

        _window.Enqueue(entry);
        _count++;
        _weight += entry.Weight;
    }

    private void Replace(Evictable old, Evictable fresh)
    {
        if (!IsHalfEmpty)
            _sketch.Add(HashOf(fresh), 1, _count);
        _duels.Replaced(old, fresh);
        fresh.Chances = old.Chances;
        if (_hand == old)
            _hand = fresh;
        QueueOf(old).Replace(old, fresh);
        old.Place = Place.Gone;
        _weight += fresh.Weight - old.Weight;
    }

    private bool Settle(Evictable newest, long now)
    {
        if (newest.Weight > _maxBytes && IsKept(newest))
            Evict(newest);
        if (!IsHalfEmpty)
            Sweep(SweptPerAddition, now);
        return IsOverfullAfterEvicting(now);
    }

    // A heavy entry may take the place of many light ones.
    private void MakeRoom(bool again, long now)
    {
        while (again)
        {
            lock (_lock)
                again = IsOverfullAfterEvicting(now);
        }
    }

    private int Sweep(int budget, long now)
    {
        var removed = 0;
        for (; budget > 0; budget--)
        {
            var entry = _hand ?? _main.Oldest ?? _window.Oldest;
            if (entry is null)
                return removed;
            _hand = Following(entry);
            if (!entry.IsOver(now))
                continue;
            Expire(entry);
            removed++;
        }

        return removed;
    }

    private void Expire(Evictable entry)
    {
        Unlink(entry);
        entry.TryRemove();
    }

    private void Unlink(Evictable entry)
    {
        if (IsKept(entry))
        {
            _duels.Forget(entry);
            if (_hand == entry)
                _hand = Following(entry);
            QueueOf(entry).Remove(entry);
            _count--;
            _weight -= entry.Weight;
        }

        entry.Place = Place.Gone;
    }

    private Evictable? Following(Evictable entry) => entry.Newer ?? (entry.Place == Place.Main ? _window.Oldest : null);

    private EntryQueue QueueOf(Evictable entry) => entry.Place == Place.Window ? _window : _main;

    // Hash codes of small numbers are the numbers themselves. The constants are Chris Wellons' (Hash Prospector).
    private uint HashOf(Evictable entry)
    {
        var hash = (uint)entry.Fingerprint ^ Seed;
        hash = (hash ^ (hash >> 17)) * 0xED5AD4BB;
        hash = (hash ^ (hash >> 11)) * 0xAC4C1B51;
        hash = (hash ^ (hash >> 15)) * 0x31848BAB;
        return hash ^ (hash >> 14);
    }
}
