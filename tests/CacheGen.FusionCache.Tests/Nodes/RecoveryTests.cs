using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>
/// What happened while Redis was away is made up for: in the end no node serves anything older than the last awaited invalidation.
/// </summary>
public class RecoveryTests : NodeTests
{
    [Fact]
    public async Task ValueRemovedDuringTheOutage_IsServedByNoNodeAfterIt()
    {
        var (a, b) = await SharedAndStoppedAsync();
        Database = "new";
        await a.Plain(1).RemoveAsync();
        Assert.Equal("old", await b.Catalog.PlainAsync(1));
        await Redis.StartAsync();
        await ServesAsync(b, 1, "new", Soon.Recovery);
        await AllServeAsync("new", a, b);
    }

    [Fact]
    public async Task ValueRemovedAndLoadedDuringTheOutage_IsWhatTheOtherNodeServesAfterIt()
    {
        var (a, b) = await SharedAndStoppedAsync();
        Database = "new";
        await a.Plain(1).RemoveAsync();
        Assert.Equal("new", await a.Catalog.PlainAsync(1));
        await Redis.StartAsync();
        await ServesAsync(b, 1, "new", Soon.Recovery);
        await AllServeAsync("new", a, b);
    }

    [Fact]
    public async Task ValueSetDuringTheOutage_IsWhatEveryNodeServesAfterIt()
    {
        var (a, b) = await SharedAndStoppedAsync();
        await a.Plain(1).SetAsync("set");
        Assert.Equal("old", await b.Catalog.PlainAsync(1));
        await Redis.StartAsync();
        await ServesAsync(b, 1, "set", Soon.Recovery);
        await AllServeAsync("set", a, b);
        Assert.Equal(0, b.Source.Loads);
    }

    [Fact]
    public async Task ManyValuesRemovedDuringTheOutage_AllAreMadeUpFor()
    {
        var (a, b) = await StartTwoAsync();
        for (var id = 1; id <= 50; id++)
            await ShareAsync(a, b, id);
        await Redis.StopAsync();
        Database = "new";
        for (var id = 1; id <= 50; id++)
            await (id % 2 == 0 ? a : b).Plain(id).RemoveAsync();
        await Redis.StartAsync();
        for (var id = 1; id <= 50; id++)
        {
            await ServesAsync(a, id, "new", Soon.Recovery);
            await ServesAsync(b, id, "new", Soon.Recovery);
        }
    }

    [Fact]
    public async Task ClearDuringTheOutage_EmptiesTheOtherNodeAfterIt()
    {
        var (a, b) = await SharedAndStoppedAsync();
        Database = "new";
        await a.Cache.ClearAsync();
        Assert.Equal("old", await b.Catalog.PlainAsync(1));
        await Redis.StartAsync();
        await ServesAsync(b, 1, "new", Soon.Recovery);
        await AllServeAsync("new", a, b);
    }

    /// <summary>Both nodes have something to make up for, and whichever does so first: the later invalidation counts.</summary>
    [Fact]
    public async Task ValueLoadedDuringTheOutage_DoesNotOverwriteOneThatWasSetAfterIt()
    {
        var (a, b) = await SharedAndStoppedAsync();
        Assert.Equal("old", await b.Catalog.PlainAsync(2));
        Database = "new";
        await a.Plain(2).SetAsync("new");
        await Redis.StartAsync();
        foreach (var node in new[] { b, a, await StartAsync() })
            await ServesAsync(node, 2, "new", Soon.Recovery);
    }

    [Fact]
    public async Task ValueLoadedDuringTheOutage_DoesNotSurviveARemovalAfterIt()
    {
        var (a, b) = await SharedAndStoppedAsync();
        Assert.Equal("old", await b.Catalog.PlainAsync(2));
        Database = "new";
        await a.Plain(2).RemoveAsync();
        await Redis.StartAsync();
        foreach (var node in new[] { b, a, await StartAsync() })
            await ServesAsync(node, 2, "new", Soon.Recovery);
    }

    [Fact]
    public async Task NodeThatStartedDuringTheOutage_HearsOfTheOthersAfterIt()
    {
        await Redis.StopAsync();
        var a = await StartAsync(Options with { WaitsForBackplane = false });
        var b = await StartAsync(Options with { WaitsForBackplane = false });
        Assert.Equal("old", await b.Catalog.PlainAsync(1));
        await Redis.StartAsync();
        Database = "new";
        await Soon.TrueAsync(
            Soon.Recovery,
            async () =>
            {
                await a.Plain(1).RemoveAsync();
                return await b.Catalog.PlainAsync(1) == "new";
            },
            "a removal reaches the node");
    }

    private async Task<(Node A, Node B)> SharedAndStoppedAsync()
    {
        var (a, b) = await StartTwoAsync();
        await ShareAsync(a, b, 1);
        await Redis.StopAsync();
        return (a, b);
    }

    private async Task AllServeAsync(string value, params Node[] nodes)
    {
        foreach (var node in nodes)
            Assert.Equal(value, await node.Catalog.PlainAsync(1));
        Assert.Equal(value, await AskNewNodeAsync(1));
    }
}
