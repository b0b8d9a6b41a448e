using CacheGen.FusionCache.Tests.Redis;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>What one node has loaded, the others need not load.</summary>
public class SharingTests(RedisServer redis) : NodeTests(redis), IClassFixture<RedisServer>
{
    [Fact]
    public async Task ValueThatOneNodeLoaded_IsServedByTheOtherWithoutALoad()
    {
        var (a, b) = await StartTwoAsync();
        Assert.Equal("old", await a.Catalog.PlainAsync(1));
        Database = "new";
        Assert.Equal("old", await b.Catalog.PlainAsync(1));
        Assert.Equal("old", await b.Catalog.PlainAsync(1));
        Assert.Equal((1, 0), (a.Source.Loads, b.Source.Loads));

        var statistics = b.Cache.GetStatistics();
        Assert.Equal((1, 1, 1, 0), (statistics.Hits, statistics.Misses, statistics.SecondLevel, statistics.Loads));
    }

    [Fact]
    public async Task OtherArguments_AreOtherValues()
    {
        var (a, b) = await StartTwoAsync();
        await a.Catalog.PlainAsync(1);
        Database = "new";
        Assert.Equal("new", await b.Catalog.PlainAsync(2));
        Assert.Equal("new", await a.Catalog.PlainAsync(2));
        Assert.Equal("old", await b.Catalog.PlainAsync(1));
        Assert.Equal((1, 1), (a.Source.Loads, b.Source.Loads));
    }

    [Fact]
    public async Task MissThatOneNodeLoaded_IsAMissOnTheOtherWithoutALoad()
    {
        var (a, b) = await StartTwoAsync();
        Database = null;
        Assert.Null(await a.Catalog.MissAsync(1));
        Database = "there by now";
        Assert.Null(await b.Catalog.MissAsync(1));
        Assert.Equal((1, 0), (a.Source.Loads, b.Source.Loads));
    }

    [Fact]
    public async Task MissWithoutMissTtl_IsSharedWithNobody()
    {
        var (a, b) = await StartTwoAsync();
        Database = null;
        Assert.Null(await a.Catalog.PlainAsync(1));
        Database = "there by now";
        Assert.Equal("there by now", await b.Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task NewNode_FindsWhatTheOthersLoadedBeforeIt()
    {
        await (await StartAsync()).Catalog.ValueTaskAsync(1);
        Database = "new";
        var late = await StartAsync();
        Assert.Equal("old", await late.Catalog.ValueTaskAsync(1));
        Assert.Equal(0, late.Source.Loads);
    }

    [Fact]
    public async Task SynchronousMethod_SharesToo()
    {
        var (a, b) = await StartTwoAsync();
        await Task.Run(() => a.Catalog.Sync(1));
        Database = "new";
        Assert.Equal("old", await Task.Run(() => b.Catalog.Sync(1)));
        Assert.Equal(0, b.Source.Loads);
    }
}
