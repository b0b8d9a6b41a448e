using CacheGen.Conformance;
using CacheGen.Distributed;
using Microsoft.Extensions.Caching.Distributed;
using Xunit;
using static CacheGen.FusionCache.Tests.Distributed.FallbackFixture;

namespace CacheGen.FusionCache.Tests.Distributed;

/// <summary>What the primary knows once it is back. Each runs with and without mirrored writes.</summary>
public sealed class ReturnTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task ValueSetInTheOutage_IsCopiedWithTheLifetimeThatRemains(bool mirrors)
    {
        var f = With(mirrors);
        await f.SetAsync("key", "old");
        await f.OpenAsync();
        await f.SetAsync("key", "new", TimeSpan.FromMinutes(30));
        var end = f.Clock.GetUtcNow() + TimeSpan.FromMinutes(30);
        f.Clock.Advance(TimeSpan.FromMinutes(10));
        f.Mend();

        Assert.Equal(1, await f.Cache.ResynchroniseAsync());

        Assert.Equal("new", Text(f.Primary.Peek("key")));
        Assert.Equal(end, f.Primary.OptionsOf("key")!.AbsoluteExpiration);
        Assert.Equal("new", await f.GetAsync("key"));
        Assert.Equal(0, f.Cache.PendingKeys);
        Assert.Equal(mirrors ? 1 : 0, f.Secondary.Keys.Count);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task SlidingValueSetInTheOutage_StaysSliding(bool mirrors)
    {
        var f = With(mirrors);
        await f.OpenAsync();
        f.Cache.Set("key", Bytes("new"), new DistributedCacheEntryOptions { SlidingExpiration = Hour });
        f.Mend();

        await f.Cache.ResynchroniseAsync();

        Assert.Equal(Hour, f.Primary.OptionsOf("key")!.SlidingExpiration);
        Assert.Null(f.Primary.OptionsOf("key")!.AbsoluteExpiration);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task ValueRemovedInTheOutage_IsNotServedWhenThePrimaryReturns(bool mirrors)
    {
        var f = With(mirrors);
        await f.SetAsync("key", "old");
        await f.OpenAsync();
        await f.Cache.RemoveAsync("key");
        f.Mend();

        // Before anything was re-synchronised, and after.
        Assert.Null(await f.GetAsync("key"));
        await f.Cache.ResynchroniseAsync();
        Assert.Null(await f.GetAsync("key"));
        Assert.Null(f.Primary.Peek("key"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task ValueThatEndedInTheOutage_TakesTheOldOneWithIt(bool mirrors)
    {
        var f = With(mirrors);
        await f.SetAsync("key", "old", TimeSpan.FromDays(1));
        await f.OpenAsync();
        await f.SetAsync("key", "short", TimeSpan.FromMinutes(1));
        f.Clock.Advance(TimeSpan.FromMinutes(2));
        f.Mend();

        Assert.Null(await f.GetAsync("key"));
        await f.Cache.ResynchroniseAsync();
        Assert.Null(await f.GetAsync("key"));
        Assert.Null(f.Primary.Peek("key"));
    }

    [Fact]
    public async Task ReturnByRemoval_BringsNoValueBack()
    {
        var f = With(mirrors: true, options => options.OnReturn = ReturnMode.Remove);
        await f.SetAsync("key", "old");
        await f.OpenAsync();
        await f.SetAsync("key", "new");
        Assert.Equal("new", await f.GetAsync("key"));
        f.Mend();
        f.Primary.Set("key", Bytes("newer, by another node"), For(Hour));

        await f.Cache.ResynchroniseAsync();

        Assert.Null(await f.GetAsync("key"));
        Assert.Empty(f.Secondary.Keys);
    }

    [Fact]
    public async Task ReturnByRemoval_TheFirstReadDoesNotFindTheValueOfTheOutage()
    {
        var f = With(mirrors: false, options => options.OnReturn = ReturnMode.Remove);
        await f.OpenAsync();
        await f.SetAsync("key", "of the outage");
        Assert.Equal("of the outage", await f.GetAsync("key"));
        f.Mend();

        // Nobody has re-synchronised yet: another node's news may be what sends this one to look.
        Assert.Null(await f.GetAsync("key"));
    }

    [Fact]
    public async Task OneFailedWrite_IsMadeGoodWithoutAnOutage()
    {
        var f = With(mirrors: true);
        await f.SetAsync("key", "old");
        f.Primary.IsDown = true;
        await f.SetAsync("key", "new");
        // The write itself may have tried to make it good before the primary was back, and the next try waits a while.
        f.Mend();

        Assert.Equal("new", await f.GetAsync("key"));
        // Any operation sets it going, behind its caller.
        await Eventually.TrueAsync(() => f.Cache.PendingKeys == 0, "the primary was told");
        Assert.Equal("new", Text(f.Primary.Peek("key")));
    }

    [Fact]
    public async Task ReadsOfMissedKeysAlone_FindThePrimaryBack()
    {
        var f = With(mirrors: false);
        await f.OpenAsync();
        await f.SetAsync("key", "new");
        f.Mend();

        Assert.Equal("new", await f.GetAsync("key"));

        await Eventually.TrueAsync(() => f.Cache.State == PrimaryState.Closed && f.Cache.PendingKeys == 0, "the primary is used again");
        Assert.Equal("new", Text(f.Primary.Peek("key")));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task WriteAfterTheReturn_IsNotUndoneByTheCopy(bool mirrors)
    {
        var f = With(mirrors);
        await f.OpenAsync();
        await f.SetAsync("key", "outage");
        await f.SetAsync("removed", "outage");
        f.Mend();

        await f.SetAsync("key", "after");
        await f.Cache.RemoveAsync("removed");
        await f.Cache.ResynchroniseAsync();

        Assert.Equal("after", Text(f.Primary.Peek("key")));
        Assert.Null(f.Primary.Peek("removed"));
        Assert.Equal("after", await f.GetAsync("key"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task SecondOutage_FindsNothingOfTheFirst(bool mirrors)
    {
        var f = With(mirrors);
        await f.OpenAsync();
        await f.SetAsync("key", "first outage");
        f.Mend();
        await f.Cache.ResynchroniseAsync();
        await f.SetAsync("key", "between");
        await f.OpenAsync();

        Assert.Equal(mirrors ? "between" : null, await f.GetAsync("key"));
    }

    [Fact]
    public async Task PrimaryThatFailsAgainWhileItIsTold_IsToldTheRestLater()
    {
        var f = With(mirrors: true);
        await f.OpenAsync();
        for (var index = 0; index < 10; index++)
            await f.SetAsync($"key{index}", "new");
        f.Mend();
        var writes = 0;
        f.Primary.Before = call => f.Primary.IsDown = f.Primary.IsDown || ++writes > 4;

        Assert.Equal(4, await f.Cache.ResynchroniseAsync());
        Assert.Equal(6, f.Cache.PendingKeys);

        f.Primary.Before = null;
        f.Mend();
        Assert.Equal(6, await f.Cache.ResynchroniseAsync());
        Assert.Equal(10, f.Primary.Keys.Count);
    }

    internal static FallbackFixture With(bool mirrors, Action<FallbackDistributedCacheOptions>? configure = null) => new(options =>
    {
        options.MirrorWrites = mirrors;
        configure?.Invoke(options);
    });
}
