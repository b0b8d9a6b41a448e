using Xunit;

namespace CacheGen.Conformance;

public abstract class CancellationTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task CancelledCaller_LeavesTheOthersTheirLoad()
    {
        Source.Holds = true;
        using var cancellation = new CancellationTokenSource();
        var leader = Catalog.PlainAsync(1, cancellation.Token);
        var follower = Catalog.PlainAsync(1);
        var load = await Source.NextHeldAsync();

        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.False(load.Token.IsCancellationRequested);

        load.Answer("value");
        Assert.Equal("value", await follower);
        Assert.Equal("value", await Catalog.PlainAsync(1));
        Assert.Equal(1, Source.Loads);
    }

    [Fact]
    public async Task LastCallerCancelled_CancelsTheLoad()
    {
        Source.Holds = true;
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var callers = new[] { Catalog.PlainAsync(1, first.Token), Catalog.PlainAsync(1, second.Token) };
        var load = await Source.NextHeldAsync();

        await first.CancelAsync();
        Assert.False(load.Token.IsCancellationRequested);
        await second.CancelAsync();
        Assert.True(load.Token.IsCancellationRequested);
        foreach (var caller in callers)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
    }

    [Fact]
    public async Task CallbackOnTheSourcesTokenThatThrows_LeavesTheCallerHisCancellation()
    {
        Source.Holds = true;
        using var cancellation = new CancellationTokenSource();
        var caller = Catalog.PlainAsync(1, cancellation.Token);
        var load = await Source.NextHeldAsync();
        using var registration = load.Token.Register(() => throw new InvalidOperationException("of the source's own"));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
    }

    [Fact]
    public async Task CallerAfterACancelledLoad_StartsAnother()
    {
        Source.Holds = true;
        using var cancellation = new CancellationTokenSource();
        var cancelled = Catalog.PlainAsync(1, cancellation.Token);
        var abandoned = await Source.NextHeldAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        var next = Catalog.PlainAsync(1);
        var load = await Source.NextHeldAsync();
        abandoned.Answer("of the cancelled load");
        load.Answer("of the next load");
        Assert.Equal("of the next load", await next);
        Assert.Equal("of the next load", await Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task TokenCancelledBefore_LoadsNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Catalog.PlainAsync(1, new CancellationToken(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(() => Catalog.Sync(1, new CancellationToken(canceled: true)));
        Assert.Equal(0, Source.Loads);
    }

    [Fact]
    public async Task TokenCancelledBefore_StillGetsAHit()
    {
        await Catalog.PlainAsync(1);
        Assert.Equal("v1", await Catalog.PlainAsync(1, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task SynchronousCaller_SeesItsTokenInTheSource()
    {
        Source.Holds = true;
        using var cancellation = new CancellationTokenSource();
        var caller = Task.Factory.StartNew(
            () => Catalog.Sync(1, cancellation.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var load = await Source.NextHeldAsync();
        await cancellation.CancelAsync();
        Assert.True(load.Token.IsCancellationRequested);
        load.Fail(new OperationCanceledException(load.Token));
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task CancellationThatIsNotTheCallers_IsAFailure()
    {
        await Catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        // HttpClient reports its own timeout like this.
        Source.Fails = new TaskCanceledException("A timeout of the source's own.");
        Assert.Equal("v1", await Catalog.FailSafeAsync(1));
    }
}
