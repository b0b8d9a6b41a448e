using CacheGen.InProcess.Eviction;
using Xunit;

namespace CacheGen.Tests.InProcess.Eviction;

public class DuelsTests
{
    private readonly Shelf _shelf = new(100);
    private readonly Duels _duels = new();
    private uint _hash;

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, false)]
    [InlineData(2, 1, true)]
    [InlineData(15, 0, true)]
    public void WithoutAnyOutcome_TheMoreFrequentOneStays(int candidate, int victim, bool isAdmitted)
    {
        Assert.Equal(isAdmitted, _duels.AdmitsCandidate(Duels.KindOf(candidate, victim, isCandidateUsed: false)));
        Assert.Equal(isAdmitted, _duels.AdmitsCandidate(Duels.KindOf(candidate, victim, isCandidateUsed: true)));
    }

    [Fact]
    public void CandidatesThatAreAskedForFirst_AreAdmitted_AndOnlyThoseOfTheirKind()
    {
        var kind = Duels.KindOf(1, 3, isCandidateUsed: false);
        for (var duel = 0; duel < 3; duel++)
        {
            var (_, loser) = Reject(kind);
            _duels.Asked(loser);
        }

        Assert.True(_duels.AdmitsCandidate(kind));
        Assert.False(_duels.AdmitsCandidate(Duels.KindOf(1, 3, isCandidateUsed: true)));
        Assert.False(_duels.AdmitsCandidate(Duels.KindOf(1, 2, isCandidateUsed: false)));
        Assert.Equal(3, _duels.TakeVotesForWindow());
        Assert.Equal(0, _duels.TakeVotesForWindow());
    }

    [Fact]
    public void VictimThatWasReadMeanwhile_WasKeptRightly()
    {
        var kind = Duels.KindOf(1, 3, isCandidateUsed: false);
        for (var duel = 0; duel < 3; duel++)
        {
            // Nobody has looked at it yet: its counter tells.
            var (winner, loser) = Reject(kind);
            winner.Touch();
            _duels.Asked(loser);
        }

        Assert.False(_duels.AdmitsCandidate(kind));
        Assert.Equal(-3, _duels.TakeVotesForWindow());
    }

    [Fact]
    public void VictimThatLeftAndIsAskedForFirst_WasKeptRightly()
    {
        var kind = Duels.KindOf(1, 3, isCandidateUsed: false);
        for (var duel = 0; duel < 5; duel++)
        {
            var (winner, loser) = Reject(kind);
            _duels.Evicted(winner);
            _duels.Asked(_hash);
            _duels.Asked(loser);
        }

        Assert.False(_duels.AdmitsCandidate(kind));
        Assert.Equal(-5, _duels.TakeVotesForWindow());
    }

    [Fact]
    public void RemovedEntries_SayNothing()
    {
        var kind = Duels.KindOf(1, 3, isCandidateUsed: false);
        for (var duel = 0; duel < 5; duel++)
        {
            var (winner, loser) = Reject(kind);
            _duels.Forget(winner);
            _duels.Asked(loser);
        }

        Assert.False(_duels.AdmitsCandidate(kind));
        Assert.Equal(0, _duels.TakeVotesForWindow());
    }

    [Fact]
    public void WhatWasLearned_IsUnlearnedWhenItIsNoLongerTrue()
    {
        var kind = Duels.KindOf(1, 3, isCandidateUsed: false);
        for (var duel = 0; duel < 10_000; duel++)
            _duels.Asked(Reject(kind).LoserHash);
        Assert.True(_duels.AdmitsCandidate(kind));
        for (var duel = 0; duel < 1500; duel++)
        {
            var (winner, loser) = Reject(kind);
            winner.Touch();
            _duels.Asked(loser);
        }

        Assert.False(_duels.AdmitsCandidate(kind));
    }

    private (Shelf.Item Winner, uint LoserHash) Reject(int kind)
    {
        var winner = new Shelf.Item(_shelf, 0, 1, long.MaxValue);
        var loser = ++_hash;
        _duels.Begin(kind, candidateStays: false, winner, winnerHash: ++_hash, loser, entries: 100);
        Assert.NotEqual(0, winner.Duel);
        return (winner, loser);
    }
}
