namespace CacheGen.InProcess.Eviction;

/// <summary>
/// Learns whom to keep where one of two entries must leave: a candidate out of the window, or the main queue's victim. It remembers
/// some of these duels and waits which of the two is asked for first, be it in the cache or not.
/// </summary>
/// <remarks>
/// How often a key was asked for so far says much about who that will be where popularity is steady, and nothing, or the wrong thing,
/// where it changes or where all is asked for in turn. So the outcomes are counted for each difference between the frequencies, and apart
/// for candidates that were read in the window. Until there are any, the more frequent one stays, and the victim where neither is.
/// </remarks>
internal sealed class Duels
{
    // How many duels are remembered: as many as there are entries, within these bounds. Of a larger cache's duels it is a sample.
    private const int Fewest = 64;
    private const int Most = 1024;

    /// <summary>A greater difference of frequencies counts as this one.</summary>
    private const int Differences = 4;

    /// <summary>What the first outcomes have to outweigh.</summary>
    private const int Prior = 2;

    /// <summary>After so many outcomes the older half weighs half.</summary>
    private const int Memory = 1000;

    /// <summary>Soon is while an eighth of the entries is replaced.</summary>
    private const int SoonPart = 8;

    private const int KindsOfUse = (2 * Differences) + 1;

    private readonly int[] _candidateFirst = new int[2 * KindsOfUse];
    private readonly int[] _victimFirst = new int[2 * KindsOfUse];

    // By the hashes of keys that are not in the cache. A key may have won one duel and lost the next.
    private readonly Dictionary<uint, int> _losers = [];
    private readonly Dictionary<uint, int> _evictedWinners = [];
    private Duel[] _duels = [];
    private int _next;
    private long _untilNext;
    private long _asked;
    private int _votesForWindow;

    /// <summary>Which duels are of the same kind.</summary>
    public static int KindOf(int candidateFrequency, int victimFrequency, bool isCandidateUsed)
    {
        var difference = Math.Clamp(candidateFrequency - victimFrequency, -Differences, Differences);
        return difference + Differences + (isCandidateUsed ? KindsOfUse : 0);
    }

    /// <summary>Whether the candidate is the one to keep.</summary>
    public bool AdmitsCandidate(int kind)
    {
        var isMoreFrequent = kind % KindsOfUse > Differences;
        return _candidateFirst[kind] + (isMoreFrequent ? Prior : 0) > _victimFirst[kind] + (isMoreFrequent ? 0 : Prior);
    }

    /// <summary>One of the two has left for the other. Its outcome is waited for about as long as it takes to replace all entries.</summary>
    public void Begin(int kind, bool candidateStays, Evictable winner, uint winnerHash, uint loserHash, long entries)
    {
        var open = (int)Math.Clamp(entries, Fewest, Most);
        if (--_untilNext > 0 || winner.Duel != 0)
            return;
        _untilNext = entries / open;
        if (_duels.Length < open)
            Array.Resize(ref _duels, open);
        _next = _next + 1 < open ? _next + 1 : 0;
        ref var duel = ref _duels[_next];
        Close(ref duel, duel.Winner is { IsUsed: true } ? Outcome.WinnerFirst : Outcome.Unknown);
        duel = new Duel
        {
            IsOpen = true,
            Kind = kind,
            CandidateStays = candidateStays,
            Winner = winner,
            WinnerHash = winnerHash,
            LoserHash = loserHash,
            SoonUntil = _asked + (entries / SoonPart),
        };
        winner.Duel = (ushort)(_next + 1);
        _losers[loserHash] = _next;
    }

    /// <summary>A key that was not in the cache is asked for.</summary>
    public void Asked(uint hash)
    {
        _asked++;
        if (_evictedWinners.TryGetValue(hash, out var won))
            Close(ref _duels[won], Outcome.WinnerFirst);
        if (_losers.TryGetValue(hash, out var lost))
            Close(ref _duels[lost], _duels[lost].Winner is { IsUsed: true } ? Outcome.WinnerFirst : Outcome.LoserFirst);
    }

    /// <summary>An entry was seen to have been read.</summary>
    public void Used(Evictable entry)
    {
        if (entry.Duel != 0)
            Close(ref _duels[entry.Duel - 1], Outcome.WinnerFirst);
    }

    /// <summary>An entry left for another: its key may still be asked for.</summary>
    public void Evicted(Evictable entry)
    {
        if (entry.Duel == 0)
            return;
        ref var duel = ref _duels[entry.Duel - 1];
        _evictedWinners[duel.WinnerHash] = entry.Duel - 1;
        duel.Winner = null;
        entry.Duel = 0;
    }

    /// <summary>An entry was removed or has expired, which says nothing.</summary>
    public void Forget(Evictable entry)
    {
        if (entry.Duel != 0)
            Close(ref _duels[entry.Duel - 1], Outcome.Unknown);
    }

    /// <summary>A new value for the same key.</summary>
    public void Replaced(Evictable old, Evictable fresh)
    {
        if (old.Duel == 0)
            return;
        _duels[old.Duel - 1].Winner = fresh;
        (fresh.Duel, old.Duel) = (old.Duel, 0);
    }

    /// <summary>
    /// How many more candidates were asked for soon after they had been evicted than victims that had been kept for them: then a place in the
    /// window, where they would have been still, is worth more than one in the main queue.
    /// </summary>
    public int TakeVotesForWindow()
    {
        var votes = _votesForWindow;
        _votesForWindow = 0;
        return votes;
    }

    private void Close(ref Duel duel, Outcome outcome)
    {
        if (!duel.IsOpen)
            return;
        _losers.Remove(duel.LoserHash);
        if (duel.Winner is { } winner)
            winner.Duel = 0;
        else
            _evictedWinners.Remove(duel.WinnerHash);
        if (outcome != Outcome.Unknown)
        {
            var isCandidateFirst = duel.CandidateStays == (outcome == Outcome.WinnerFirst);
            Count(duel.Kind, isCandidateFirst);
            if (!duel.CandidateStays && _asked <= duel.SoonUntil)
                _votesForWindow += isCandidateFirst ? 1 : -1;
        }

        duel = default;
    }

    private void Count(int kind, bool isCandidateFirst)
    {
        (isCandidateFirst ? _candidateFirst : _victimFirst)[kind]++;
        if (_candidateFirst[kind] + _victimFirst[kind] < Memory)
            return;
        _candidateFirst[kind] /= 2;
        _victimFirst[kind] /= 2;
    }

    private enum Outcome
    {
        Unknown,
        WinnerFirst,
        LoserFirst,
    }

    private struct Duel
    {
        public bool IsOpen;
        public long SoonUntil;
        public bool CandidateStays;
        public int Kind;
        public uint WinnerHash;
        public uint LoserHash;
        public Evictable? Winner;
    }
}
