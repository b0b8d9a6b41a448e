using Xunit;

namespace CacheGen.Conformance;

public abstract class LoadTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task ThousandCallersOfOneColdKey_LoadOnce()
    {
        Source.Holds = true;
        var callers = Enumerable.Range(0, 1000).Select(_ => Task.Run(() => Catalog.PlainAsync(1))).ToArray();
        var load = await Source.NextHeldAsync();
        await Eventually.TrueAsync(() => Statistics("PlainAsync").Misses == 1000, "all callers wait");
        load.Answer("once");
        Assert.All(await Task.WhenAll(callers), value => Assert.Equal("once", value));
        Assert.Equal(1, Source.Loads);
    }

    [Fact]
    public async Task SynchronousCallersOfOneColdKey_LoadOnce()
    {
        Source.Holds = true;
        var callers = Enumerable.Range(0, 16).Select(_ => Task.Factory.StartNew(
            () => Catalog.Sync(1), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        var load = await Source.NextHeldAsync();
        await Eventually.TrueAsync(() => Statistics("Sync").Misses == 16, "all callers wait");
        load.Answer("once");
        Assert.All(await Task.WhenAll(callers), value => Assert.Equal("once", value));
        Assert.Equal(1, Source.Loads);
    }

    [Fact]
    public async Task OtherKeys_AreLoadedMeanwhile()
    {
        Source.Holds = true;
        var first = Catalog.PlainAsync(1);
        var second = Catalog.PlainAsync(2);
        var firstLoad = await Source.NextHeldAsync();
        (await Source.NextHeldAsync()).Answer("second");
        Assert.Equal("second", await second);
        Assert.False(first.IsCompleted);
        firstLoad.Answer("first");
        Assert.Equal("first", await first);
    }

    [Fact]
    public async Task FailedLoad_ReachesEveryCallerUnwrapped_AndIsNotStored()
    {
        Source.Holds = true;
        var callers = Enumerable.Range(0, 3).Select(_ => Catalog.PlainAsync(1)).ToArray();
        var failure = new InvalidOperationException("down");
        (await Source.NextHeldAsync()).Fail(failure);
        foreach (var caller in callers)
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => caller));
        Source.Holds = false;
        Assert.Equal("v2", await Catalog.PlainAsync(1));
    }

    [Fact]
    public void FailedSynchronousLoad_ReachesTheCallerUnwrapped()
    {
        Source.Fails = new InvalidOperationException("down");
        Assert.Same(Source.Fails, Assert.Throws<InvalidOperationException>(() => Catalog.Sync(1)));
    }

    [Fact]
    public async Task SourceThatThrowsBeforeItReturns_FailsTheTask()
    {
        Source.OnLoad = () => throw new InvalidOperationException("at once");
        var call = Catalog.PlainAsync(1);
        Assert.Equal("at once", (await Assert.ThrowsAsync<InvalidOperationException>(() => call)).Message);
    }

    [Fact]
    public async Task MethodThatLoadsItself_FailsInsteadOfHanging()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.EndlessAsync(1));
        Assert.Contains("test:catalog:endless:1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_SeesItsCallersExecutionContext()
    {
        var ambient = new AsyncLocal<string> { Value = "caller" };
        string? seen = null;
        Source.OnLoad = () => seen = ambient.Value;
        await Catalog.PlainAsync(1);
        Assert.Equal("caller", seen);
    }

    [Fact]
    public void SynchronousLoadThatMayTimeOut_SeesItsCallersExecutionContext()
    {
        var ambient = new AsyncLocal<string> { Value = "caller" };
        string? seen = null;
        Source.OnLoad = () => seen = ambient.Value;
        Catalog.SyncBounded(1);
        Assert.Equal("caller", seen);
    }

    protected MethodStatistics Statistics(string method) =>
        Cache.GetStatistics().Methods.FirstOrDefault(statistics => statistics.Method.Contains($".{method}(", StringComparison.Ordinal))
        ?? new MethodStatistics { Method = method };
}
