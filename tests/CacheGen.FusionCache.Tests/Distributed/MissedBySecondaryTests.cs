using CacheGen.Distributed;
using Microsoft.Extensions.Logging;
using Xunit;
using static CacheGen.FusionCache.Tests.Distributed.FallbackFixture;
using static CacheGen.FusionCache.Tests.Distributed.ReturnTests;

namespace CacheGen.FusionCache.Tests.Distributed;

public sealed class MissedBySecondaryTests
{
    [Fact]
    public async Task RemovalThatTheSecondaryMissed_IsNotUndoneByALaterOutage()
    {
        var f = With(mirrors: true);
        await f.SetAsync("key", "old");
        f.Secondary.IsDown = true;
        await f.Cache.RemoveAsync("key");
        f.Secondary.IsDown = false;
        f.Primary.IsDown = true;

        Assert.Null(await f.GetAsync("key"));
    }

    [Fact]
    public async Task WriteThatTheSecondaryMissed_IsAMissInALaterOutage()
    {
        var f = With(mirrors: true);
        await f.SetAsync("key", "old");
        f.Secondary.IsDown = true;
        await f.SetAsync("key", "new");
        f.Secondary.IsDown = false;
        f.Primary.IsDown = true;

        Assert.Null(await f.GetAsync("key"));
        f.Primary.IsDown = false;
        Assert.Equal("new", await f.GetAsync("key"));
    }

    [Fact]
    public async Task SecondaryThatIsBack_LosesWhatItMissed()
    {
        var f = With(mirrors: true);
        await f.SetAsync("key", "old");
        f.Secondary.IsDown = true;
        await f.Cache.RemoveAsync("key");
        await f.Cache.ResynchroniseAsync();
        Assert.Equal(1, f.Cache.PendingKeys);

        f.Secondary.IsDown = false;
        await f.Cache.ResynchroniseAsync();

        Assert.Equal(0, f.Cache.PendingKeys);
        Assert.Empty(f.Secondary.Keys);
    }

    [Fact]
    public async Task SecondaryThatCannotBeEmptiedAfterTheReturn_IsNotBelievedInTheNextOutage()
    {
        var f = With(mirrors: false);
        await f.OpenAsync();
        await f.SetAsync("key", "first outage");
        f.Mend();
        f.Secondary.Before = call => f.Secondary.IsDown = call.StartsWith("remove", StringComparison.Ordinal);
        await f.Cache.ResynchroniseAsync();
        await f.SetAsync("key", "between");
        f.Secondary.Before = null;
        f.Secondary.IsDown = false;
        f.Primary.IsDown = true;

        Assert.Null(await f.GetAsync("key"));
    }

    [Fact]
    public async Task WriteThatBothMissed_LeavesNoOlderValueToRead()
    {
        var f = With(mirrors: true);
        await f.SetAsync("key", "old");
        await f.OpenAsync();
        f.Secondary.IsDown = true;
        await Assert.ThrowsAsync<IOException>(() => f.Cache.RemoveAsync("key"));
        f.Secondary.IsDown = false;

        Assert.Null(await f.GetAsync("key"));
        f.Mend();
        await f.Cache.ResynchroniseAsync();
        Assert.Null(await f.GetAsync("key"));
        Assert.Null(f.Primary.Peek("key"));
    }

    [Fact]
    public async Task MoreMissedThanTheJournalHolds_MakesTheSecondaryStartOver()
    {
        var f = With(mirrors: true, options => options.JournalCapacity = 2);
        foreach (var key in (string[])["a", "b", "c", "d"])
            await f.SetAsync(key, "old");
        f.Secondary.IsDown = true;
        foreach (var key in (string[])["a", "b", "c"])
            await f.Cache.RemoveAsync(key);
        f.Secondary.IsDown = false;
        Assert.Single(f.Log.Above(LogLevel.Warning));

        await f.OpenAsync();
        foreach (var key in (string[])["a", "b", "c", "d"])
            Assert.Null(await f.GetAsync(key));
        await f.SetAsync("d", "new");
        Assert.Equal("new", await f.GetAsync("d"));
    }

    [Fact]
    public async Task EarlierInstance_LeavesNothingThatIsRead()
    {
        var f = With(mirrors: true);
        await f.SetAsync("key", "old");
        f.Primary.IsDown = true;

        var next = new FallbackDistributedCache(f.Primary, f.Secondary, f.Options);

        Assert.Null(await next.GetAsync("key"));
    }

    [Fact]
    public async Task EarlierInstanceWithTheSamePrefix_LeavesItsValues()
    {
        var f = With(mirrors: true, options => options.SecondaryPrefix = "shop");
        await f.SetAsync("key", "old");
        f.Primary.IsDown = true;

        var next = new FallbackDistributedCache(f.Primary, f.Secondary, f.Options);

        Assert.Equal("old", Text(await next.GetAsync("key")));
    }
}
