using CacheGen.FusionCache.Tests.Redis;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>What one node removes or sets, the others know within a second.</summary>
public class NewsTests(RedisServer redis) : NodeTests(redis), IClassFixture<RedisServer>
{
    [Fact]
    public async Task AwaitedRemoval_IsSeenByTheOtherNodeWithinASecond()
    {
        var (a, b) = await StartTwoAsync();
        await ShareAsync(a, b, 1);
        await ShareAsync(a, b, 2);
        Database = "new";
        await a.Plain(1).RemoveAsync();
        await ServesAsync(b, 1, "new", Soon.Second);
        Assert.Equal("new", await a.Catalog.PlainAsync(1));
        Assert.Equal("new", await AskNewNodeAsync(1));
        Assert.Equal("old", await b.Catalog.PlainAsync(2));
    }

    [Fact]
    public async Task RemovalOfAFailSafeValue_LeavesTheOtherNodeNothingToFallBackOn()
    {
        var (a, b) = await StartTwoAsync();
        await a.Catalog.FailSafeAsync(1);
        Assert.Equal("old", await b.Catalog.FailSafeAsync(1));
        b.Source.Fails = new InvalidOperationException("down");
        await a.FailSafe(1).RemoveAsync();
        await Soon.TrueAsync(Soon.Second, async () => await Record.ExceptionAsync(() => b.Catalog.FailSafeAsync(1)) is InvalidOperationException, "nothing is left");
    }

    [Fact]
    public async Task RemovalByKey_IsSeenByTheOtherNodeWithinASecond()
    {
        var (a, b) = await StartTwoAsync();
        await ShareAsync(a, b, 1);
        Database = "new";
        await a.Cache.RemoveAsync(a.Plain(1).Key);
        await ServesAsync(b, 1, "new", Soon.Second);
        Assert.Equal("new", await AskNewNodeAsync(1));
    }

    [Fact]
    public async Task SetValue_IsSeenByTheOtherNodeWithinASecond()
    {
        var (a, b) = await StartTwoAsync();
        await ShareAsync(a, b, 1);
        await a.Plain(1).SetAsync("set");
        await ServesAsync(b, 1, "set", Soon.Second);
        Assert.Equal("set", await a.Catalog.PlainAsync(1));
        Assert.Equal("set", await AskNewNodeAsync(1));
        Assert.Equal(0, b.Source.Loads);
    }

    [Fact]
    public async Task RemovalBackAndForth_EachNodeSeesTheOthers()
    {
        Node[] nodes = [await StartAsync(), await StartAsync()];
        await ShareAsync(nodes[0], nodes[1], 1);
        for (var round = 1; round <= 20; round++)
        {
            Database = $"round {round}";
            await nodes[round % 2].Plain(1).RemoveAsync();
            Assert.Equal(Database, await nodes[round % 2].Catalog.PlainAsync(1));
            await ServesAsync(nodes[(round + 1) % 2], 1, Database, Soon.Second);
        }
    }

    [Fact]
    public async Task Clear_EmptiesTheOtherNodeAndRedis()
    {
        var (a, b) = await StartTwoAsync();
        await ShareAsync(a, b, 1);
        await a.Catalog.ValueTaskAsync(2);
        await b.Catalog.ValueTaskAsync(2);
        Database = "new";
        await a.Cache.ClearAsync();
        await ServesAsync(b, 1, "new", Soon.Second);
        Assert.Equal("new", await b.Catalog.ValueTaskAsync(2));
        Assert.Equal("new", await a.Catalog.PlainAsync(1));
        Assert.Equal("new", await AskNewNodeAsync(1));
    }
}
