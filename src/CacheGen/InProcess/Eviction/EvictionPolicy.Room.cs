namespace CacheGen.InProcess.Eviction;

/// <summary>Who leaves.</summary>
internal sealed partial class EvictionPolicy
{
    /// <summary>So many entries that were read are let pass in search of a victim; then the candidate is the one to leave.</summary>
    private const int LooksPerVictim = 8;

    private const byte MostChances = 3;
    private const int EvictionsPerLock = 16;
    private const int MovesPerAddition = 2;
    private const double SmallestWindow = 0.01;
    private const double LargestWindow = 0.8;

    /// <summary>By how many entries a vote resizes the window, where there are so many; less in small caches, which have fewer duels.</summary>
    private const double WindowStep = 8;

    private double _windowShare = 0.05;

    private bool IsOverfull => _count > maxEntries || _weight > _maxBytes;

    private long WindowSize => Math.Max(1, (long)(_count * _windowShare));

    /// <returns>Whether it has to be called again: others should have the lock in between.</returns>
    private bool IsOverfullAfterEvicting(long now)
    {
        for (var evictions = 0; IsOverfull && evictions < EvictionsPerLock; evictions++)
            EvictNext(now);
        for (var moves = 0; moves < MovesPerAddition && _window.Count > WindowSize; moves++)
            MoveToMain(_window.Oldest!);
        return IsOverfull;
    }

    private void EvictNext(long now)
    {
        // With the newest, which stays, the window has one more than its share.
        if (_main.Count == 0 || (_window.Count > 1 && _window.Count >= WindowSize))
            Choose(_window.Oldest!, now);
        else
            Leave(Victim(now) ?? _main.Oldest!, now);
    }

    private void Choose(Evictable candidate, long now)
    {
        ResizeWindow(_duels.TakeVotesForWindow());
        var isUsed = Look(candidate) > 0;
        var victim = candidate.IsOver(now) ? null : Victim(now);
        if (victim is null || victim.IsOver(now))
        {
            Leave(victim ?? candidate, now);
            return;
        }

        var (candidateHash, victimHash) = (HashOf(candidate), HashOf(victim));
        var kind = Duels.KindOf(_sketch.Estimate(candidateHash), _sketch.Estimate(victimHash), isUsed);
        if (_duels.AdmitsCandidate(kind))
        {
            Evict(victim);
            // What was read in the window gets what CLOCK would have given it.
            candidate.Chances = (byte)(isUsed ? 1 : 0);
            MoveToMain(candidate);
            _duels.Begin(kind, candidateStays: true, candidate, candidateHash, victimHash, _count);
        }
        else
        {
            Evict(candidate);
            _duels.Begin(kind, candidateStays: false, victim, victimHash, candidateHash, _count);
        }
    }

    /// <summary>The oldest of the main queue that has no more chances, or that has expired; null where all that were looked at were read lately.</summary>
    private Evictable? Victim(long now)
    {
        for (var looks = 0; looks < LooksPerVictim && _main.Oldest is { } oldest; looks++)
        {
            var uses = Look(oldest);
            oldest.Chances = (byte)Math.Min(oldest.Chances + uses, MostChances);
            if (oldest.Chances == 0 || oldest.IsOver(now))
                return oldest;
            oldest.Chances--;
            MoveToMain(oldest);
        }

        return null;
    }

    private int Look(Evictable entry)
    {
        var uses = entry.TakeUses();
        if (uses > 0)
        {
            _sketch.Add(HashOf(entry), uses, _count);
            _duels.Used(entry);
        }

        return uses;
    }

    private void MoveToMain(Evictable entry)
    {
        if (_hand == entry)
            _hand = Following(entry);
        QueueOf(entry).Remove(entry);
        _main.Enqueue(entry);
    }

    // Moved by what two neighbouring places, the window's last and the main queue's, turned out to be worth.
    private void ResizeWindow(int votes)
    {
        var step = votes * WindowStep / Math.Clamp(_count, 64, 1024);
        _windowShare = Math.Clamp(_windowShare + step, SmallestWindow, LargestWindow);
    }

    private void Leave(Evictable entry, long now)
    {
        if (entry.IsOver(now))
            Expire(entry);
        else
            Evict(entry);
    }

    private void Evict(Evictable entry)
    {
        _duels.Evicted(entry);
        Unlink(entry);
        if (!entry.TryRemove())
            return;
        _evictions++;
        entry.CountEviction();
    }
}
