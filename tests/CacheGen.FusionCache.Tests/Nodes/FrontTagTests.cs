using CacheGen.Conformance;
using CacheGen.FusionCache.Tests.Redis;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>A tag that one node removes takes the values out of the fronts of the others, and only those that carry it.</summary>
public sealed class FrontTagTests(RedisServer redis) : NodeTests(redis), IClassFixture<RedisServer>
{
    protected override NodeOptions Options => FrontNodes.Options;

    [Fact]
    public async Task RemovalByTag_IsSeenByTheOtherNodeWithinASecond()
    {
        var (a, b) = await StartTwoAsync();
        var (onA, onB) = (new Shelf(a.Cache, a.Source), new Shelf(b.Cache, b.Source));
        for (var call = 0; call < 3; call++)
        {
            Assert.Equal("old", await onA.GetAsync(1, TestContext.Current.CancellationToken));
            Assert.Equal("old", await onB.GetAsync(1, TestContext.Current.CancellationToken));
        }

        (onA.Title, onB.Title) = ("new", "new");
        await a.Cache.RemoveByTagAsync("shelf:2", TestContext.Current.CancellationToken);
        Assert.Equal("old", await onB.GetAsync(1, TestContext.Current.CancellationToken));
        await a.Cache.RemoveByTagAsync("shelf:1", TestContext.Current.CancellationToken);
        Assert.Equal("new", await onA.GetAsync(1, TestContext.Current.CancellationToken));
        await Soon.TrueAsync(Soon.Second, async () => await onB.GetAsync(1) == "new", "the other node sees the removal");
    }
}
