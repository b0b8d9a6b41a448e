using Xunit;

namespace CacheGen.Conformance;

public abstract class StatisticsTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task Calls_AreCountedPerMethod()
    {
        await Catalog.PlainAsync(1);
        await Catalog.PlainAsync(1);
        await Catalog.PlainAsync(2);
        await Catalog.ValueTaskAsync(1);
        await Catalog.ValueTaskAsync(1);

        var statistics = Cache.GetStatistics();
        Assert.Equal(
            [
                new MethodStatistics { Method = "CacheGen.Conformance.Catalog.PlainAsync(int)", Entries = Entries(2), Hits = 1, Misses = 2, Loads = 2 },
                new MethodStatistics { Method = "CacheGen.Conformance.Catalog.ValueTaskAsync(int)", Entries = Entries(1), Hits = 1, Misses = 1, Loads = 1 },
            ],
            statistics.Methods);
        Assert.Equal((2, 3, 0.4), (statistics.Hits, statistics.Misses, statistics.HitRate));
        Assert.Equal(Entries(3), statistics.Entries);
        long? Entries(long count) => Engine.CountsEntries ? count : null;
    }

    [Fact]
    public virtual async Task StaleAnswersAndErrors_AreCounted()
    {
        await Catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        Source.Fails = new InvalidOperationException("down");
        await Catalog.FailSafeAsync(1);
        await Catalog.FailSafeAsync(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.FailSafeAsync(2));

        var method = Assert.Single(Cache.GetStatistics().Methods);
        Assert.Equal((0, 4, 2, 3, 2), (method.Hits, method.Misses, method.Stale, method.Loads, method.Errors));
    }

    [Fact]
    public async Task CallersThatShareALoad_AreMissesOfOneLoad()
    {
        Source.Holds = true;
        var callers = Enumerable.Range(0, 5).Select(_ => Catalog.PlainAsync(1)).ToArray();
        (await Source.NextHeldAsync()).Answer("value");
        await Task.WhenAll(callers);
        var method = Assert.Single(Cache.GetStatistics().Methods);
        Assert.Equal((5, 1), (method.Misses, method.Loads));
    }

    [Fact]
    public void NothingCalled_NothingListed()
    {
        var statistics = Cache.GetStatistics();
        Assert.Empty(statistics.Methods);
        Assert.Equal(0, statistics.HitRate);
    }
}
