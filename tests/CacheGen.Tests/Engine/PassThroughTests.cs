using CacheGen.Conformance;
using Xunit;

namespace CacheGen.Tests.Engine;

public class PassThroughTests
{
    private readonly Catalog _catalog = new(MethodCache.None);

    [Fact]
    public async Task EveryCall_CallsTheSource()
    {
        Assert.Equal("v1", await _catalog.PlainAsync(1));
        Assert.Equal("v2", await _catalog.PlainAsync(1));
        Assert.Equal("v3", await _catalog.ValueTaskAsync(1));
        Assert.Equal("v4", _catalog.Sync(1));
    }

    [Fact]
    public async Task Failure_ReachesTheCallerUnwrapped()
    {
        _catalog.Source.Fails = new InvalidOperationException("down");
        Assert.Same(_catalog.Source.Fails, await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.PlainAsync(1)));
        Assert.Same(_catalog.Source.Fails, Assert.Throws<InvalidOperationException>(() => _catalog.Sync(1)));
    }

    [Fact]
    public async Task ResultThatMeansFailure_ReachesTheCallerAsItIs()
    {
        var values = new ValueCatalog(MethodCache.None);
        values.Source.Answers = () => "error";
        Assert.Equal("error", await values.FailAsync(1));
        Assert.Equal("error", values.FailSync(1));
    }

    [Fact]
    public async Task ValidWhen_IsNotAskedAboutWhatIsJustLoaded()
    {
        var values = new ValueCatalog(MethodCache.None) { Valid = (_, _) => throw new InvalidOperationException("asked") };
        Assert.Equal("v1", await values.ValidAsync(1));
        Assert.Equal("v2", await values.ValidValueTaskAsync(1));
        Assert.Equal("v3", values.ValidSync(1));
    }

    [Fact]
    public async Task Token_ReachesTheSource()
    {
        _catalog.Source.Holds = true;
        using var cancellation = new CancellationTokenSource();
        var call = _catalog.PlainAsync(1, cancellation.Token);
        var load = await _catalog.Source.NextHeldAsync();
        Assert.Equal(cancellation.Token, load.Token);
        load.Answer("value");
        Assert.Equal("value", await call);
    }

    [Fact]
    public async Task HandlesAndClear_DoNothing()
    {
        var handle = Catalog.Cache.Plain(MethodCache.None, 1);
        handle.Set("set");
        await handle.SetAsync("set");
        Assert.False(handle.Peek(out _));
        handle.Remove();
        await handle.RemoveAsync();
        MethodCache.None.Clear();
        await MethodCache.None.ClearAsync();
        MethodCache.None.Remove("any");
        await MethodCache.None.RemoveAsync("any");
        Assert.Equal("catalog:plain:1", handle.Key);
    }
}
