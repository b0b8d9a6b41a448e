using Xunit;

namespace CacheGen.Conformance;

public abstract class FailSafeTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly InvalidOperationException _down = new("down");

    [Fact]
    public async Task SourceFails_StaleValueIsServed()
    {
        await Catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        Source.Fails = _down;
        Assert.Equal("v1", await Catalog.FailSafeAsync(1));
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task SourceFailsWithoutFailSafe_TheFailureReachesTheCaller()
    {
        await Catalog.PlainAsync(1);
        Advance(Minutes(10));
        Source.Fails = _down;
        Assert.Same(_down, await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.PlainAsync(1)));
    }

    [Fact]
    public async Task SourceFailsBeforeAnyValue_TheFailureReachesTheCaller()
    {
        Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.FailSafeAsync(1));
    }

    [Fact]
    public async Task FailedSource_IsAskedAgainOnlyAfterTheThrottle()
    {
        await Catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        Source.Fails = _down;
        await Catalog.FailSafeAsync(1);
        Advance(Seconds(30) - Precision);
        Assert.Equal("v1", await Catalog.FailSafeAsync(1));
        Assert.Equal(2, Source.Loads);
        Advance(Precision);
        Assert.Equal("v1", await Catalog.FailSafeAsync(1));
        Assert.Equal(3, Source.Loads);
    }

    [Fact]
    public async Task SourceThatComesBack_IsServedAfterTheThrottle()
    {
        await Catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        Source.Fails = _down;
        await Catalog.FailSafeAsync(1);
        Source.Fails = null;
        Advance(Seconds(30));
        Assert.Equal("v3", await Catalog.FailSafeAsync(1));
        Advance(Minutes(9));
        Assert.Equal("v3", await Catalog.FailSafeAsync(1));
    }

    [Fact]
    public async Task FailSafeTimeOver_TheFailureReachesTheCaller()
    {
        await Catalog.FailSafeAsync(1);
        Source.Fails = _down;
        Advance(Minutes(10) + TimeSpan.FromDays(1) - Precision);
        Assert.Equal("v1", await Catalog.FailSafeAsync(1));
        Advance(Minutes(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.FailSafeAsync(1));
    }

    [Fact]
    public async Task UpstreamDownForAnHour_EveryCachedValueStillAnswers()
    {
        for (var id = 0; id < 100; id++)
            await Catalog.FailSafeAsync(id);
        Source.Fails = _down;
        for (var minute = 0; minute < 60; minute++)
        {
            Advance(Minutes(1));
            for (var id = 0; id < 100; id++)
                Assert.Equal($"v{id + 1}", await Catalog.FailSafeAsync(id));
        }
    }

    [Fact]
    public async Task ConcurrentCallersOfAFailingSource_ShareOneLoadAndOneStaleValue()
    {
        await Catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        Source.Holds = true;
        var callers = Enumerable.Range(0, 50).Select(_ => Catalog.FailSafeAsync(1)).ToArray();
        (await Source.NextHeldAsync()).Fail(_down);
        Assert.All(await Task.WhenAll(callers), value => Assert.Equal("v1", value));
        Assert.Equal(2, Source.Loads);
        Assert.Equal(50, Cache.GetStatistics().Stale);
    }
}
