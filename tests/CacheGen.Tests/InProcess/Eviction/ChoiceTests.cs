using Xunit;

namespace CacheGen.Tests.InProcess.Eviction;

public class ChoiceTests
{
    [Fact]
    public void HotEntry_SurvivesAScan()
    {
        var shelf = new Shelf(100);
        shelf.Ask(-1);
        var misses = 0;
        for (var key = 0; key < 100_000; key++)
        {
            shelf.Ask(key);
            if (key % 50 == 0)
                misses += shelf.Ask(-1) ? 0 : 1;
        }

        Assert.Equal(0, misses);
    }

    [Fact]
    public void HotSetOfHalfTheCache_SurvivesAScanOfTenTimesTheCache()
    {
        var shelf = new Shelf(1000);
        for (var round = 0; round < 10; round++)
        {
            for (var key = 0; key < 500; key++)
                shelf.Ask(key);
        }

        for (var key = 10_000; key < 20_000; key++)
            shelf.Ask(key);
        Assert.InRange(Enumerable.Range(0, 500).Count(shelf.Has), 450, 500);
    }

    [Fact]
    public void LoopLongerThanTheCache_KeepsAPartOfIt()
    {
        var shelf = new Shelf(1000);
        var hits = 0;
        for (var request = 0; request < 100_000; request++)
            hits += shelf.Ask(request % 2000) ? 1 : 0;
        // 50 % is what one who knows the future would have; first in, first out and its kin have none.
        Assert.InRange(hits, 45_000, 50_000);
    }

    [Fact]
    public void WhatWasPopularOnce_LeavesWhenOthersAre()
    {
        var shelf = new Shelf(1000);
        var random = new Random(1);
        for (var request = 0; request < 100_000; request++)
            shelf.Ask(random.Next(900));
        for (var request = 0; request < 20_000; request++)
            shelf.Ask(10_000 + random.Next(900));
        Assert.InRange(Enumerable.Range(10_000, 900).Count(shelf.Has), 800, 900);
    }

    [Fact]
    public void PopularityThatChangesAllTheTime_AdmitsNewcomers()
    {
        var shelf = new Shelf(1000);
        var random = new Random(1);
        var hits = 0;
        // Each phase has its own keys, which are asked for some ten times.
        for (var phase = 0; phase < 100; phase++)
        {
            for (var request = 0; request < 5000; request++)
                hits += shelf.Ask((phase * 500) + random.Next(500)) ? 1 : 0;
        }

        Assert.InRange(hits, 430_000, 450_000);
    }

    [Fact]
    public void SameTraceWithOtherSeeds_HasAboutTheSameHits()
    {
        var hits = Enumerable.Range(0, 5).Select(_ =>
        {
            var shelf = new Shelf(200);
            var random = new Random(7);
            return Enumerable.Range(0, 100_000).Count(_ => shelf.Ask((int)(20_000 * Math.Pow(random.NextDouble(), 6))));
        }).ToList();
        Assert.InRange(hits.Max() - hits.Min(), 0, 2000);
    }
}
