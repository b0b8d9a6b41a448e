using CacheGen.Conformance;
using Xunit;
using ZiggyCreatures.Caching.Fusion.Backplane;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>
/// What a node read before an invalidation may reach Redis after it: the write was on its way, or was made up for after an outage. It
/// is there for a moment, and must not stay.
/// </summary>
public class LateWriteTests : NodeTests
{
    [Fact]
    public async Task RemovalWhileTheOtherNodeWritesItsLoad_WhatIsWrittenDoesNotStay()
    {
        var (a, b) = await StartTwoAsync();
        var arrived = b.Writes.HoldAsync();
        var before = b.Catalog.PlainAsync(1);
        await arrived;
        Database = "new";
        await a.Plain(1).RemoveAsync();
        await b.Writes.ReleaseAsync();
        Assert.Equal("old", await before);
        await ForgottenAsync(1, "new", a, b);
    }

    [Fact]
    public async Task SetWhileTheOtherNodeWritesItsLoad_WhatIsWrittenDoesNotStay()
    {
        var (a, b) = await StartTwoAsync();
        var arrived = b.Writes.HoldAsync();
        var before = b.Catalog.PlainAsync(1);
        await arrived;
        Database = "new";
        await a.Plain(1).SetAsync("new");
        await b.Writes.ReleaseAsync();
        // FusionCache brings the entry in memory up to date as the news comes, so this caller may get either.
        Assert.True(await before is "old" or "new");
        await ForgottenAsync(1, "new", a, b);
    }

    [Fact]
    public async Task SetThatTheOtherNodeHeardOfWhileItWrites_WhatIsWrittenDoesNotStay()
    {
        var (a, b) = await StartTwoAsync();
        var arrived = b.Writes.HoldAsync();
        var before = b.Catalog.PlainAsync(1);
        await arrived;
        Database = "new";
        await a.Plain(1).SetAsync("new");
        // Its memory is up to date before its write is done, and the news of that write speaks of the newer value.
        await Soon.TrueAsync(Soon.Second, () => Task.FromResult(b.Plain(1).Peek(out var value) && value == "new"), "the node has heard of it");
        await b.Writes.ReleaseAsync();
        await before;
        await ForgottenAsync(1, "new", a, b);
    }

    [Fact]
    public async Task LoadThatEndsAsTheRemovalReturns_DoesNotStay()
    {
        var (a, b) = await StartTwoAsync();
        b.Source.Holds = true;
        for (var id = 1; id <= 50; id++)
        {
            var before = b.Catalog.PlainAsync(id);
            var load = await b.Source.NextHeldAsync();
            // Sooner than the news can be there.
            await a.Plain(id).RemoveAsync();
            load.Answer("old");
            Assert.Equal("old", await before);
        }

        b.Source.Holds = false;
        Database = "new";
        for (var id = 1; id <= 50; id++)
            await ForgottenAsync(id, "new", a, b);
    }

    [Fact]
    public async Task WriteMadeUpForAfterALaterRemoval_DoesNotStay()
    {
        var (a, b) = await StartTwoAsync();
        await ShareAsync(a, b, 1);
        await Redis.StopAsync();
        Assert.Equal("old", await b.Catalog.PlainAsync(2));
        Database = "new";
        await a.Plain(2).RemoveAsync();
        await RecoverInTurnAsync(a, b, BackplaneMessageAction.EntryRemove);
        await ForgottenAsync(2, "new", a, b);
    }

    [Fact]
    public async Task WriteMadeUpForAfterALaterSet_DoesNotStay()
    {
        var (a, b) = await StartTwoAsync();
        await ShareAsync(a, b, 1);
        await Redis.StopAsync();
        Assert.Equal("old", await b.Catalog.PlainAsync(2));
        Database = "new";
        await a.Plain(2).SetAsync("new");
        await RecoverInTurnAsync(a, b, BackplaneMessageAction.EntrySet);
        await ForgottenAsync(2, "new", a, b);
    }

    // Both find nothing in Redis that speaks against what they make up for, and the one whose value is older writes last.
    private async Task RecoverInTurnAsync(Node newer, Node older, BackplaneMessageAction news)
    {
        var arrived = Task.WhenAll(newer.Writes.HoldAsync(), older.Writes.HoldAsync());
        var told = NewsAsync(older, news);
        await Redis.StartAsync();
        await arrived;
        await newer.Writes.ReleaseAsync();
        await told;
        await older.Writes.ReleaseAsync();
    }

    private async Task ForgottenAsync(int id, string value, params Node[] nodes)
    {
        // The new node may come in that moment, and take what is there into its memory; it must not stay there either.
        foreach (var node in nodes.Append(await StartAsync()))
            await ServesAsync(node, id, value, Soon.Recovery);
    }

    private static Task NewsAsync(Node node, BackplaneMessageAction action)
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        node.Fusion.Events.Backplane.MessageReceived += (_, e) =>
        {
            if (e.Message.Action == action)
                come.TrySetResult();
        };
        return come.Task.WaitAsync(Eventually.Patience);
    }
}
