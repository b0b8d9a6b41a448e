using CacheGen.Conformance;
using CacheGen.FusionCache.Tests.Redis;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>What one node learns of a value holds for the others.</summary>
public class ValueNodesTests(RedisServer redis) : NodeTests(redis), IClassFixture<RedisServer>
{
    private readonly InvalidOperationException _down = new("down");

    [Fact]
    public async Task WhatIsGoneOnOneNode_IsServedStaleByNone()
    {
        var (a, b) = await StartTwoAsync();
        var (onA, onB) = (new ValueCatalog(a.Cache), new ValueCatalog(b.Cache));
        // Awaited means stored, in Redis too; it is stale at once.
        await ValueCatalog.Cache.NeverShort(a.Cache, 1).SetAsync("v1");
        onB.Source.Fails = _down;
        // News of it may come while the other node loads, whose load then has nothing stale to fall back on.
        await Soon.TrueAsync(TimeSpan.FromSeconds(10), async () => await OrNullAsync(onB.NeverShortAsync(1)) == "v1" && onB.Source.Loads > 0, "the other node serves it stale");

        onA.Source.Fails = new KeyNotFoundException();
        await Assert.ThrowsAsync<KeyNotFoundException>(() => onA.NeverShortAsync(1));

        onA.Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => onA.NeverShortAsync(1));
        await Soon.TrueAsync(
            TimeSpan.FromSeconds(10),
            async () => await Record.ExceptionAsync(() => onB.NeverShortAsync(1)) is InvalidOperationException,
            "the other node has nothing stale any more");
        var onNew = new ValueCatalog((await StartAsync()).Cache);
        onNew.Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => onNew.NeverShortAsync(1));
    }

    [Fact]
    public async Task ValueOfAnotherNode_IsAskedAbout()
    {
        var (a, b) = await StartTwoAsync();
        var (onA, onB) = (new ValueCatalog(a.Cache), new ValueCatalog(b.Cache));
        onB.Source.Answers = () => "of b";
        Assert.Equal("v1", await onA.ValidAsync(1));

        onB.Valid = (value, _) => Task.FromResult(value != "v1");
        Assert.Equal("of b", await onB.ValidAsync(1));
        Assert.Equal("of b", await onB.ValidAsync(1));
        var statistics = b.Cache.GetStatistics();
        Assert.Equal((1, 1, 1), (statistics.Hits, statistics.Misses, statistics.Loads));

        // What was refused is gone on the first node too, which takes the other's value from Redis.
        await Soon.TrueAsync(TimeSpan.FromSeconds(10), async () => await onA.ValidAsync(1) == "of b", "the first node serves it");
        Assert.Equal(1, onA.Source.Loads);
    }

    [Fact]
    public async Task ValuesOwnTtlAndRefusedValues_HoldInRedisToo()
    {
        var (a, b) = await StartTwoAsync();
        var (onA, onB) = (new ValueCatalog(a.Cache), new ValueCatalog(b.Cache));
        onA.Source.Answers = () => "partial?";
        await onA.StoreAsync(1);
        Assert.Equal("v1", await onB.StoreAsync(1));
        onA.Source.Answers = () => "0m";
        await onA.TtlAsync(1);
        Assert.Equal("v2", await onB.TtlAsync(1));
        Assert.Equal("v2", await onA.TtlAsync(1));
    }

    private async Task<string?> OrNullAsync(Task<string?> call)
    {
        try
        {
            return await call;
        }
        catch (InvalidOperationException failure) when (failure == _down)
        {
            return null;
        }
    }
}
