using CacheGen.Conformance;
using CacheGen.FusionCache.Tests.Redis;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>An invalidation on one node wins over a load that began before it on another, as it does within one.</summary>
public class InFlightTests(RedisServer redis) : NodeTests(redis), IClassFixture<RedisServer>
{
    [Fact]
    public async Task RemovalDuringALoadOfTheOtherNode_TheLoadAnswersItsCallerAndIsNotStored()
    {
        var (a, b) = await StartTwoAsync();
        b.Source.Holds = true;
        var before = b.Catalog.PlainAsync(1);
        var old = await b.Source.NextHeldAsync();
        Database = "new";
        await a.Plain(1).RemoveAsync();
        var fresh = await NewLoadAsync(b);

        old.Answer("old");
        Assert.Equal("old", await before);
        Assert.Equal("new", await AskNewNodeAsync(1));
        fresh.Answer("new");
        await ServesAsync(b, 1, "new", Soon.Second);
        Assert.Equal("new", await a.Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task RemovalDuringALoadOfTheOtherNode_NeitherLevelHasItsValue()
    {
        var (a, b) = await StartTwoAsync();
        b.Source.Holds = true;
        var before = b.Catalog.PlainAsync(1);
        var old = await b.Source.NextHeldAsync();
        await a.Plain(1).RemoveAsync();
        await NewLoadAsync(b);
        old.Answer("old");
        Assert.Equal("old", await before);
        Assert.False(b.Plain(1).Peek(out _));
        Assert.False((await b.Plain(1).PeekAsync()).Found);
    }

    [Fact]
    public async Task SetDuringALoadOfTheOtherNode_IsNotOverwrittenByIt()
    {
        var (a, b) = await StartTwoAsync();
        b.Source.Holds = true;
        var before = b.Catalog.PlainAsync(1);
        var old = await b.Source.NextHeldAsync();
        await a.Plain(1).SetAsync("set");
        // Who asks now finds what was set.
        await Soon.TrueAsync(Soon.Second, () => Task.FromResult(b.Catalog.PlainAsync(1) is { IsCompletedSuccessfully: true, Result: "set" }), "what was set is served");

        old.Answer("old");
        Assert.Equal("old", await before);
        Assert.Equal("set", await b.Catalog.PlainAsync(1));
        Assert.Equal("set", await a.Catalog.PlainAsync(1));
        Assert.Equal("set", await AskNewNodeAsync(1));
    }

    [Fact]
    public async Task ClearDuringALoadOfTheOtherNode_TheLoadIsNotStored()
    {
        var (a, b) = await StartTwoAsync();
        b.Source.Holds = true;
        var before = b.Catalog.PlainAsync(1);
        var old = await b.Source.NextHeldAsync();
        Database = "new";
        await a.Cache.ClearAsync();
        var fresh = await NewLoadAsync(b);
        old.Answer("old");
        Assert.Equal("old", await before);
        Assert.Equal("new", await AskNewNodeAsync(1));
        fresh.Answer("new");
        await ServesAsync(b, 1, "new", Soon.Second);
    }

    // Who asks after the news has come must not be given the load from before it.
    private static async Task<ScriptedSource.Load> NewLoadAsync(Node node)
    {
        var loads = node.Source.Loads;
        await Soon.TrueAsync(
            Soon.Second,
            () =>
            {
                _ = node.Catalog.PlainAsync(1);
                return Task.FromResult(node.Source.Loads > loads);
            },
            "a caller begins a load of its own");
        return await node.Source.NextHeldAsync();
    }
}
