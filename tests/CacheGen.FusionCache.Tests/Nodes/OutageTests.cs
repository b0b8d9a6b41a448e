using CacheGen.Conformance;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>While Redis is away a node is a service with a cache in its process: slower, never broken.</summary>
public class OutageTests : NodeTests
{
    [Fact]
    public async Task RedisStops_WhatIsInMemoryIsServed()
    {
        var (a, b) = await StartTwoAsync();
        await ShareAsync(a, b, 1);
        await Redis.StopAsync();
        Database = "new";
        foreach (var node in new[] { a, b })
        {
            Assert.Equal("old", await node.Catalog.PlainAsync(1).WaitAsync(Soon.Call));
            Assert.Equal(1, node.Cache.GetStatistics().Hits);
        }

        Assert.Equal((1, 0), (a.Source.Loads, b.Source.Loads));
    }

    [Fact]
    public async Task RedisStops_EveryNodeLoadsForItselfAndKeepsIt()
    {
        Node[] nodes = [await StartAsync(), await StartAsync()];
        await ShareAsync(nodes[0], nodes[1], 1);
        await Redis.StopAsync();
        foreach (var node in nodes)
        {
            var before = node.Cache.GetStatistics();
            for (var id = 2; id <= 4; id++)
            {
                Assert.Equal("old", await node.Catalog.PlainAsync(id).WaitAsync(Soon.Call));
                Assert.Equal("old", await node.Catalog.PlainAsync(id).WaitAsync(Soon.Call));
            }

            Database = null;
            Assert.Null(await node.Catalog.MissAsync(1).WaitAsync(Soon.Call));
            Assert.Null(await node.Catalog.MissAsync(1).WaitAsync(Soon.Call));
            Database = "old";
            Assert.Equal("old", await Task.Run(() => node.Catalog.Sync(1)).WaitAsync(Soon.Call));

            var after = node.Cache.GetStatistics();
            Assert.Equal((4, 5, 5), (after.Hits - before.Hits, after.Misses - before.Misses, after.Loads - before.Loads));
            Assert.Equal((0, 0), (after.Errors, after.Stale));
        }
    }

    [Fact]
    public async Task RedisStops_InvalidationsHoldOnTheirNode()
    {
        var (a, b) = await StartTwoAsync();
        for (var id = 1; id <= 4; id++)
            await ShareAsync(a, b, id);
        await Redis.StopAsync();

        Database = "new";
        await a.Plain(1).RemoveAsync().AsTask().WaitAsync(Soon.Call);
        Assert.Equal("new", await a.Catalog.PlainAsync(1).WaitAsync(Soon.Call));
        await a.Plain(2).SetAsync("set").AsTask().WaitAsync(Soon.Call);
        Assert.Equal("set", await a.Catalog.PlainAsync(2).WaitAsync(Soon.Call));
        await Task.Run(() => a.Plain(3).Remove()).WaitAsync(Soon.Call);
        Assert.Equal("new", await a.Catalog.PlainAsync(3).WaitAsync(Soon.Call));
        await Task.Run(() => a.Plain(3).Set("set")).WaitAsync(Soon.Call);
        Assert.Equal("set", await a.Catalog.PlainAsync(3).WaitAsync(Soon.Call));
        Assert.Equal("set", (await a.Plain(3).PeekAsync().AsTask().WaitAsync(Soon.Call)).Value);
        await a.Cache.ClearAsync().AsTask().WaitAsync(Soon.Call);
        Assert.Equal("new", await a.Catalog.PlainAsync(4).WaitAsync(Soon.Call));
        // The other node cannot know.
        Assert.Equal("old", await b.Catalog.PlainAsync(4).WaitAsync(Soon.Call));
    }

    [Fact]
    public async Task RedisStops_ManyCallersShareOneLoadAndNoneHangs()
    {
        var node = await StartAsync();
        await node.Catalog.PlainAsync(1);
        await Redis.StopAsync();
        var callers = Enumerable.Range(0, 200).Select(i => node.Catalog.PlainAsync(2 + (i % 10))).ToArray();
        Assert.All(await Task.WhenAll(callers).WaitAsync(Soon.Call), value => Assert.Equal("old", value));
        Assert.Equal(11, node.Source.Loads);
    }

    [Fact]
    public async Task RedisStops_TheSourcesFailuresAreStillTheSources()
    {
        var node = await StartAsync();
        await Redis.StopAsync();
        node.Source.Fails = new InvalidOperationException("down");
        Assert.Same(node.Source.Fails, await Assert.ThrowsAsync<InvalidOperationException>(() => node.Catalog.PlainAsync(1).WaitAsync(Soon.Call)));
        Assert.Equal(1, node.Cache.GetStatistics().Errors);
    }

    [Fact]
    public async Task RedisStopsDuringALoad_TheCallerGetsItsValue()
    {
        var node = await StartAsync();
        node.Source.Holds = true;
        var caller = node.Catalog.PlainAsync(1);
        var load = await node.Source.NextHeldAsync();
        await Redis.StopAsync();
        load.Answer("loaded");
        Assert.Equal("loaded", await caller.WaitAsync(Soon.Call));
        Assert.Equal("loaded", await node.Catalog.PlainAsync(1).WaitAsync(Soon.Call));
    }

    [Fact]
    public async Task NodeThatStartsWhileRedisIsAway_Answers()
    {
        await Redis.StopAsync();
        var node = await StartAsync(Options with { WaitsForBackplane = false }).WaitAsync(Soon.Call);
        Assert.Equal("old", await node.Catalog.PlainAsync(1).WaitAsync(Soon.Call));
        Database = "new";
        Assert.Equal("old", await node.Catalog.PlainAsync(1).WaitAsync(Soon.Call));
        await node.Plain(1).RemoveAsync().AsTask().WaitAsync(Soon.Call);
        Assert.Equal("new", await node.Catalog.PlainAsync(1).WaitAsync(Soon.Call));
        Assert.Equal(2, node.Source.Loads);
    }
}
