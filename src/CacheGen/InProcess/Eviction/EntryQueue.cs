namespace CacheGen.InProcess.Eviction;

/// <summary>Entries from the oldest to the newest, linked through themselves.</summary>
internal sealed class EntryQueue(Place place)
{
    public Evictable? Oldest { get; private set; }

    public Evictable? Newest { get; private set; }

    public long Count { get; private set; }

    public void Enqueue(Evictable entry)
    {
        entry.Place = place;
        entry.Older = Newest;
        if (Newest is null)
            Oldest = entry;
        else
            Newest.Newer = entry;
        Newest = entry;
        Count++;
    }

    public void Remove(Evictable entry)
    {
        Join(entry.Older, entry.Newer);
        entry.Older = entry.Newer = null;
        Count--;
    }

    /// <summary>One entry takes another's place.</summary>
    public void Replace(Evictable old, Evictable fresh)
    {
        fresh.Place = place;
        var (older, newer) = (old.Older, old.Newer);
        Join(older, fresh);
        Join(fresh, newer);
        old.Older = old.Newer = null;
    }

    private void Join(Evictable? older, Evictable? newer)
    {
        if (older is null)
            Oldest = newer;
        else
            older.Newer = newer;
        if (newer is null)
            Newest = older;
        else
            newer.Older = older;
    }
}
