using Xunit;

namespace CacheGen.Conformance;

/// <summary>ValidWhen: a cached value is asked about before it is served.</summary>
public abstract class ValidTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    protected ValidTests() => Values = new ValueCatalog(Cache);

    protected ValueCatalog Values { get; }

    [Fact]
    public async Task ValidValue_IsAHit()
    {
        var asked = new List<string>();
        Values.Valid = (value, scene) =>
        {
            asked.Add($"{value}/{scene}");
            return Task.FromResult(true);
        };
        Assert.Equal("v1", await Values.ValidAsync(1, "a"));
        Assert.Empty(asked);
        Assert.Equal("v1", await Values.ValidAsync(1, "b"));
        Assert.Equal(["v1/b"], asked);
        var statistics = Cache.GetStatistics();
        Assert.Equal((1, 1, 1), (statistics.Hits, statistics.Misses, statistics.Loads));
    }

    [Fact]
    public async Task StaleMiss_IsAskedAboutAsAnyStaleValue()
    {
        Values.Source.Answers = () => "none";
        await Values.ValidMissAsync(1);
        Advance(Minutes(1));
        Values.Source.Fails = new InvalidOperationException("down");
        Assert.Equal("none", await Values.ValidMissAsync(1));
        Values.Valid = (_, _) => Task.FromResult(false);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Values.ValidMissAsync(1));
    }

    [Fact]
    public async Task StaleNull_IsValidWhereThePredicateTakesNone()
    {
        Values.Source.Answers = () => null;
        await Values.ValidMissAsync(1);
        Advance(Minutes(1));
        Values.Source.Fails = new InvalidOperationException("down");
        Values.Valid = (_, _) => Task.FromResult(false);
        Assert.Null(await Values.ValidMissAsync(1));
    }

    [Fact]
    public async Task InvalidValue_IsLoadedAnewAndCountsAsAMiss()
    {
        await Values.ValidAsync(1);
        Values.Valid = (value, _) => Task.FromResult(value != "v1");
        Assert.Equal("v2", await Values.ValidAsync(1));
        Assert.Equal("v2", await Values.ValidAsync(1));
        var statistics = Cache.GetStatistics();
        Assert.Equal((1, 2, 2), (statistics.Hits, statistics.Misses, statistics.Loads));
    }

    [Fact]
    public async Task EveryKindOfMethod_Asks()
    {
        await Values.ValidValueTaskAsync(1);
        Values.ValidSync(1);
        await Values.ValidTaggedAsync(1);
        var loads = Values.Source.Loads;
        await Values.ValidValueTaskAsync(1);
        Values.ValidSync(1);
        await Values.ValidTaggedAsync(1);
        Assert.Equal(loads, Values.Source.Loads);
        Assert.Equal((3, 3), (Cache.GetStatistics().Hits, Cache.GetStatistics().Misses));

        Values.Valid = (_, _) => Task.FromResult(false);
        await Values.ValidValueTaskAsync(1);
        Values.ValidSync(1);
        await Values.ValidTaggedAsync(1);
        Assert.Equal(loads + 3, Values.Source.Loads);
        Assert.Equal((3, 6), (Cache.GetStatistics().Hits, Cache.GetStatistics().Misses));
    }

    [Fact]
    public async Task WhatIsNeverValid_IsLoadedOnceForEachCall()
    {
        Values.Valid = (_, _) => Task.FromResult(false);
        for (var call = 1; call <= 3; call++)
            Assert.Equal($"v{call}", await Values.ValidAsync(1));
        Assert.Equal(3, Values.Source.Loads);
    }

    [Fact]
    public async Task StaleValueThatIsNotValid_IsNotServed()
    {
        await Values.ValidAsync(1);
        Advance(Minutes(10));
        Values.Source.Fails = new InvalidOperationException("down");
        Assert.Equal("v1", await Values.ValidAsync(1));
        Values.Valid = (_, _) => Task.FromResult(false);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Values.ValidAsync(1));
        // Nor later, when it might be valid again: it is gone.
        Values.Valid = (_, _) => Task.FromResult(true);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Values.ValidAsync(1));
    }

    [Fact]
    public async Task ValueDueForARefresh_IsAskedAboutToo()
    {
        await Values.ValidRefreshAsync(1);
        Advance(Minutes(6));
        Values.Source.Holds = true;
        Values.Valid = (value, _) => Task.FromResult(value != "v1");
        var call = Values.ValidRefreshAsync(1);
        (await Values.Source.NextHeldAsync()).Answer("fresh");
        Assert.Equal("fresh", await call);
    }

    [Fact]
    public async Task NullThatThePredicateDoesNotTake_IsNotAskedAbout()
    {
        Values.Source.Answers = () => null;
        Values.Valid = (_, _) => throw new InvalidOperationException("asked about null");
        Assert.Null(await Values.ValidAsync(1));
        Assert.Null(await Values.ValidAsync(1));
    }

    [Fact]
    public async Task PredicateThatThrows_FailsTheCallAndLeavesTheValue()
    {
        await Values.ValidAsync(1);
        var wrong = new ArithmeticException();
        Values.Valid = (_, _) => throw wrong;
        Assert.Same(wrong, await Assert.ThrowsAsync<ArithmeticException>(() => Values.ValidAsync(1)));
        Values.Valid = (_, _) => Task.FromResult(true);
        Assert.Equal("v1", await Values.ValidAsync(1));
    }

    [Fact]
    public async Task ConcurrentCallersOfAnInvalidValue_ShareOneLoad()
    {
        await Values.ValidAsync(1);
        var gate = new TaskCompletionSource<bool>();
        Values.Valid = (_, _) => gate.Task;
        Values.Source.Holds = true;
        var callers = Enumerable.Range(0, 50).Select(_ => Values.ValidAsync(1)).ToArray();
        gate.SetResult(false);
        var load = await Values.Source.NextHeldAsync();
        await Eventually.TrueAsync(() => Cache.GetStatistics().Misses == 51, "all callers wait for the load");
        load.Answer("fresh");
        Assert.All(await Task.WhenAll(callers), value => Assert.Equal("fresh", value));
        Assert.Equal(2, Values.Source.Loads);
        Assert.Equal((0, 51), (Cache.GetStatistics().Hits, Cache.GetStatistics().Misses));
    }

    [Fact]
    public async Task CallerWhoseAnswerComesLate_DoesNotDetachTheLoadOfAnother()
    {
        await Values.ValidAsync(1);
        var late = new TaskCompletionSource<bool>();
        Values.Valid = (_, scene) => scene == "late" ? late.Task : Task.FromResult(false);
        Values.Source.Holds = true;
        var slow = Values.ValidAsync(1, "late");
        var quick = Values.ValidAsync(1, "quick");
        var load = await Values.Source.NextHeldAsync();
        late.SetResult(false);
        await Eventually.TrueAsync(() => Cache.GetStatistics().Misses == 3, "the late one waits too");
        load.Answer("fresh");
        Assert.Equal("fresh", await quick);
        Assert.Equal("fresh", await slow);
        Assert.Equal(2, Values.Source.Loads);
        Values.Valid = (_, _) => Task.FromResult(true);
        Assert.Equal("fresh", await Values.ValidAsync(1));
    }

    [Fact]
    public async Task CallerWhoseAnswerComesAfterAFreshValue_IsServedThat()
    {
        await Values.ValidAsync(1);
        var late = new TaskCompletionSource<bool>();
        Values.Valid = (value, scene) => value != "v1" ? Task.FromResult(true) : scene == "late" ? late.Task : Task.FromResult(false);
        var slow = Values.ValidAsync(1, "late");
        Assert.Equal("v2", await Values.ValidAsync(1, "quick"));
        late.SetResult(false);
        Assert.Equal("v2", await slow);
        Assert.Equal(2, Values.Source.Loads);
    }
}
