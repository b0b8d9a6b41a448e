using Xunit;

namespace CacheGen.Conformance;

/// <summary>Misses that may serve past their MissTtl when the source fails. That all others may not is with the other misses.</summary>
public abstract class MissFailSafeTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly InvalidOperationException _down = new("down");

    [Fact]
    public async Task SourceFailsAfterTheMissTtl_TheMissIsServed()
    {
        await MissAsync(() => Catalog.StaleMissAsync(1));
        Advance(Minutes(1));
        Source.Fails = _down;
        Assert.Null(await Catalog.StaleMissAsync(1));
        Assert.Equal((2, 1), (Source.Loads, Cache.GetStatistics().Stale));
    }

    [Fact]
    public async Task SourceThatAnswersAfterTheMissTtl_IsHeard()
    {
        await MissAsync(() => Catalog.StaleMissAsync(1));
        Advance(Minutes(1) - Precision);
        Assert.Null(await Catalog.StaleMissAsync(1));
        Assert.Equal(1, Source.Loads);
        Advance(Precision);
        Source.Answers = null;
        Assert.Equal("v2", await Catalog.StaleMissAsync(1));
    }

    [Fact]
    public async Task MissFailSafeOver_TheFailureReachesTheCaller()
    {
        await MissAsync(() => Catalog.StaleMissAsync(1));
        Source.Fails = _down;
        Advance(Minutes(61) - Precision);
        Assert.Null(await Catalog.StaleMissAsync(1));
        Advance(Minutes(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.StaleMissAsync(1));
    }

    [Fact]
    public async Task ShorterThanTheValuesFailSafe_ItIsOverEarlier()
    {
        await MissAsync(() => Catalog.StaleBothAsync(1));
        Source.Fails = _down;
        Advance(Minutes(61) - Precision);
        Assert.Null(await Catalog.StaleBothAsync(1));
        Advance(Minutes(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.StaleBothAsync(1));
    }

    [Fact]
    public async Task ValueOfAMethodWithoutFailSafe_IsNotServedStale()
    {
        Assert.Equal("v1", await Catalog.StaleMissAsync(1));
        Advance(Minutes(10));
        Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.StaleMissAsync(1));
        Source.Fails = null;
        Assert.Equal("v3", await Catalog.StaleMissAsync(1));
    }

    [Fact]
    public async Task ValueThatComesAfterAStaleMiss_TakesItsPlace()
    {
        await MissAsync(() => Catalog.StaleBothAsync(1));
        Advance(Minutes(1));
        Source.Fails = _down;
        Assert.Null(await Catalog.StaleBothAsync(1));
        Source.Fails = null;
        Source.Answers = () => "there by now";
        Advance(Seconds(30));
        Assert.Equal("there by now", await Catalog.StaleBothAsync(1));
        Source.Fails = _down;
        Advance(Minutes(10));
        Assert.Equal("there by now", await Catalog.StaleBothAsync(1));
    }

    [Fact]
    public async Task MissAfterAnOlderValue_IsServed_AndNeverTheValue()
    {
        await Catalog.StaleBothAsync(1);
        Advance(Minutes(10));
        await MissAsync(() => Catalog.StaleBothAsync(1));
        Advance(Minutes(1));
        Source.Fails = _down;
        Assert.Null(await Catalog.StaleBothAsync(1));
        Advance(Minutes(61));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.StaleBothAsync(1));
    }

    [Fact]
    public async Task FailedSource_IsAskedAgainOnlyAfterTheThrottle()
    {
        await MissAsync(() => Catalog.StaleMissAsync(1));
        Advance(Minutes(1));
        Source.Fails = _down;
        await Catalog.StaleMissAsync(1);
        Advance(Seconds(30) - Precision);
        Assert.Null(await Catalog.StaleMissAsync(1));
        Assert.Equal(2, Source.Loads);
        Advance(Precision);
        Assert.Null(await Catalog.StaleMissAsync(1));
        Assert.Equal(3, Source.Loads);
    }

    [Fact]
    public async Task UpstreamDownForHalfAnHour_EveryMissStillAnswers()
    {
        for (var id = 0; id < 20; id++)
            await MissAsync(() => Catalog.StaleMissAsync(id));
        // A new exception each time, as a real source has it: one that is thrown again and again keeps the trace of all times.
        Source.OnLoad = () => throw new InvalidOperationException("down");
        for (var minute = 0; minute < 30; minute++)
        {
            Advance(Minutes(1));
            for (var id = 0; id < 20; id++)
                Assert.Null(await Catalog.StaleMissAsync(id));
        }
    }

    [Fact]
    public async Task ConcurrentCallersOfAFailingSource_ShareOneLoadAndOneStaleMiss()
    {
        await MissAsync(() => Catalog.StaleMissAsync(1));
        Advance(Minutes(1));
        Source.Holds = true;
        var callers = Enumerable.Range(0, 50).Select(_ => Catalog.StaleMissAsync(1)).ToArray();
        (await Source.NextHeldAsync()).Fail(_down);
        Assert.All(await Task.WhenAll(callers), Assert.Null);
        Assert.Equal((2, 50), (Source.Loads, Cache.GetStatistics().Stale));
    }

    [Fact]
    public async Task SoftTimeout_ServesTheMissAndTheLoadGoesOnBehind()
    {
        await MissAsync(() => Catalog.SoftMissAsync(1));
        Advance(Minutes(1));
        Source.Holds = true;
        var caller = Catalog.SoftMissAsync(1);
        var load = await Source.NextHeldAsync();
        Assert.False(caller.IsCompleted);
        Advance(Seconds(1));
        Assert.Null(await caller);

        load.Answer("late");
        await Eventually.TrueAsync(() => Catalog.Cache.SoftMiss(Cache, 1).Peek(out var stored) && stored == "late", "the late value is stored");
        Assert.Equal("late", await Catalog.SoftMissAsync(1));
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task SoftTimeout_LateMissIsServedStaleInItsTurn()
    {
        await MissAsync(() => Catalog.SoftMissAsync(1));
        Advance(Minutes(50));
        Source.Holds = true;
        var caller = Catalog.SoftMissAsync(1);
        var load = await Source.NextHeldAsync();
        Advance(Seconds(1));
        Assert.Null(await caller);
        // The throttle of the stale miss is over, so that it is not taken for the new one.
        Advance(Seconds(40));
        load.Answer(null);
        await Eventually.TrueAsync(() => Catalog.Cache.SoftMiss(Cache, 1).Peek(out _), "the late miss is stored");
        Source.Holds = false;
        Source.Fails = _down;
        Advance(Minutes(30));
        Assert.Null(await Catalog.SoftMissAsync(1));
    }

    [Fact]
    public async Task SoftTimeoutWhereAValueIsAllThereWas_TheCallerWaits()
    {
        await Catalog.SoftMissAsync(1);
        Advance(Minutes(10));
        Source.Holds = true;
        var caller = Catalog.SoftMissAsync(1);
        var load = await Source.NextHeldAsync();
        Advance(Seconds(30));
        Assert.False(caller.IsCompleted);
        load.Answer("slow");
        Assert.Equal("slow", await caller);
    }

    [Fact]
    public async Task Miss_IsNotRefreshedEarly()
    {
        await MissAsync(() => Catalog.RefreshMissAsync(1));
        Advance(Minutes(7));
        Assert.Null(await Catalog.RefreshMissAsync(1));
        Assert.Equal(1, Source.Loads);
        Advance(Minutes(1));
        Source.Fails = _down;
        Assert.Null(await Catalog.RefreshMissAsync(1));
        Assert.Null(await Catalog.RefreshMissAsync(1));
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task HungRefreshOfAnExpiredValue_EndsWithItsLastCaller()
    {
        await Catalog.RefreshMissAsync(1);
        Advance(Minutes(5));
        Source.Holds = true;
        await Catalog.RefreshMissAsync(1);
        var hung = await Source.NextHeldAsync();
        Advance(Minutes(5));
        using var cancellation = new CancellationTokenSource();
        var caller = Catalog.RefreshMissAsync(1, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        Assert.True(hung.Token.IsCancellationRequested);
        Source.Holds = false;
        Assert.Equal("v3", await Catalog.RefreshMissAsync(1));
    }

    [Fact]
    public async Task MissThatIsSetByHand_IsServedStaleToo()
    {
        await Catalog.Cache.StaleMiss(Cache, 1).SetAsync(null);
        Catalog.Cache.StaleMiss(Cache, 2).Set(null);
        Advance(Minutes(1));
        Source.Fails = _down;
        Assert.Null(await Catalog.StaleMissAsync(1));
        Assert.Null(await Catalog.StaleMissAsync(2));
    }

    [Fact]
    public async Task StaleMiss_IsNotShownByHandles_AndLeavesWithItsEntry()
    {
        await MissAsync(() => Catalog.StaleMissAsync(1));
        Advance(Minutes(1));
        Assert.False(Catalog.Cache.StaleMiss(Cache, 1).Peek(out _));
        Assert.False((await Catalog.Cache.StaleMiss(Cache, 1).PeekAsync()).Found);
        if (Engine.CountsEntries)
            Assert.Equal(1, Cache.GetStatistics().Entries);
        await Catalog.Cache.StaleMiss(Cache, 1).RemoveAsync();
        Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.StaleMissAsync(1));
    }

    private async Task MissAsync(Func<Task<string?>> call)
    {
        Source.Answers = () => null;
        Assert.Null(await call());
    }
}
