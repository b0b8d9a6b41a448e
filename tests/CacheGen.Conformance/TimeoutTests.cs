using Xunit;

namespace CacheGen.Conformance;

public abstract class TimeoutTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task SoftTimeout_ServesStaleAndTheLoadGoesOnBehind()
    {
        await Catalog.SoftAsync(1);
        Advance(Minutes(10));
        Source.Holds = true;
        var caller = Catalog.SoftAsync(1);
        var load = await Source.NextHeldAsync();
        Assert.False(caller.IsCompleted);
        Advance(Seconds(1));
        Assert.Equal("v1", await caller);

        load.Answer("late");
        await Eventually.TrueAsync(() => Catalog.Cache.Soft(Cache, 1).Peek(out var stored) && stored == "late", "the late value is stored");
        Assert.Equal("late", await Catalog.SoftAsync(1));
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task CallersAfterTheSoftTimeout_DoNotWaitAtAll()
    {
        await Catalog.SoftAsync(1);
        Advance(Minutes(10));
        Source.Holds = true;
        var caller = Catalog.SoftAsync(1);
        await Source.NextHeldAsync();
        Advance(Seconds(1));
        await caller;
        Assert.Equal("v1", await Catalog.SoftAsync(1));
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task SoftTimeoutWithoutAStaleValue_TheCallerWaits()
    {
        Source.Holds = true;
        var caller = Catalog.SoftAsync(1);
        var load = await Source.NextHeldAsync();
        Advance(Minutes(1));
        Assert.False(caller.IsCompleted);
        load.Answer("slow");
        Assert.Equal("slow", await caller);
    }

    [Fact]
    public async Task SoftTimedOutLoadThatHangsPastTheFailSafeTime_ServesNothingOlder()
    {
        await Catalog.SoftAsync(1);
        Advance(Minutes(10));
        Source.Holds = true;
        var caller = Catalog.SoftAsync(1);
        var load = await Source.NextHeldAsync();
        Advance(Seconds(1));
        await caller;
        Advance(TimeSpan.FromDays(1));
        var late = Catalog.SoftAsync(1);
        Assert.False(late.IsCompleted);
        load.Answer("at last");
        Assert.Equal("at last", await late);
    }

    [Fact]
    public async Task LoadThatMayOutliveItsCaller_DoesNotCarryTheCallersExecutionContext()
    {
        await Catalog.SoftAsync(1);
        Advance(Minutes(10));
        var ambient = new AsyncLocal<string?> { Value = "request" };
        string? seen = "not called";
        Source.OnLoad = () => seen = ambient.Value;
        await Catalog.SoftAsync(1);
        Assert.Null(seen);
    }

    [Fact]
    public async Task HardTimeout_ThrowsAndCancelsTheLoad()
    {
        Source.Holds = true;
        var caller = Catalog.HardAsync(1);
        var load = await Source.NextHeldAsync();
        Advance(Seconds(2));
        var exception = await Assert.ThrowsAsync<TimeoutException>(() => caller);
        Assert.Contains("catalog:hard:1", exception.Message, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => load.Token.IsCancellationRequested, "the load is cancelled");
    }

    [Fact]
    public async Task CallbackOnTheSourcesTokenThatThrows_HarmsNobody()
    {
        Source.Holds = true;
        var caller = Catalog.HardAsync(1);
        var load = await Source.NextHeldAsync();
        using var registration = load.Token.Register(() => throw new InvalidOperationException("of the source's own"));
        Advance(Seconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => caller);
        Assert.True(load.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task HardTimeoutWithAStaleValue_ServesIt()
    {
        await Catalog.HardAsync(1);
        Advance(Minutes(10));
        Source.Holds = true;
        var caller = Catalog.HardAsync(1);
        await Source.NextHeldAsync();
        Advance(Seconds(2));
        Assert.Equal("v1", await caller);
    }

    [Fact]
    public async Task AnswerAfterTheHardTimeout_IsDropped()
    {
        Source.Holds = true;
        var caller = Catalog.HardAsync(1);
        var load = await Source.NextHeldAsync();
        Advance(Seconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => caller);
        load.Answer("too late");
        var next = Catalog.HardAsync(1);
        (await Source.NextHeldAsync()).Answer("in time");
        Assert.Equal("in time", await next);
        Assert.Equal("in time", await Catalog.HardAsync(1));
    }

    [Fact]
    public async Task HardTimeoutOfASynchronousMethod_FreesItsCaller()
    {
        Source.Holds = true;
        var caller = Task.Factory.StartNew(
            () => Catalog.SyncBounded(1), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var load = await Source.NextHeldAsync();
        Advance(Seconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => caller);
        load.Answer("too late");
    }
}
