using CacheGen.Distributed;
using Microsoft.Extensions.Logging;
using Xunit;
using static CacheGen.FusionCache.Tests.Distributed.FallbackFixture;
using static CacheGen.FusionCache.Tests.Distributed.ReturnTests;

namespace CacheGen.FusionCache.Tests.Distributed;

public sealed class JournalOverflowTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task KeysBeyondTheJournal_AreToldToThePrimaryWhenTheyAreRead(bool mirrors)
    {
        var f = With(mirrors, options => options.JournalCapacity = 3);
        for (var index = 0; index < 20; index++)
            await f.SetAsync($"key{index}", "old", TimeSpan.FromDays(1));
        await f.OpenAsync();
        for (var index = 0; index < 20; index++)
            await (index % 2 == 0 ? f.SetAsync($"key{index}", "new", TimeSpan.FromDays(1)) : f.Cache.RemoveAsync($"key{index}"));
        Assert.Equal(3, f.Cache.PendingKeys);
        f.Mend();
        await f.Cache.ResynchroniseAsync();

        for (var index = 0; index < 20; index++)
        {
            var key = $"key{index}";
            var expected = index % 2 == 0 ? "new" : null;
            Assert.Equal(expected, index < 10 ? await f.GetAsync(key) : Text(f.Cache.Get(key)));
            Assert.Equal(expected, Text(f.Primary.Peek(key)));
        }

        Assert.DoesNotContain(f.Secondary.Keys, name => name.Contains(":m:", StringComparison.Ordinal));
        Assert.Single(f.Log.Above(LogLevel.Warning), line => line.Contains("JournalCapacity", StringComparison.Ordinal));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task WriteAfterTheReturn_EndsTheMarker(bool mirrors)
    {
        var f = With(mirrors, options => options.JournalCapacity = 0);
        await f.OpenAsync();
        await f.SetAsync("key", "outage");
        f.Mend();
        await f.SetAsync("key", "after");

        Assert.Equal("after", await f.GetAsync("key"));
        Assert.Equal("after", Text(f.Primary.Peek("key")));
        Assert.DoesNotContain(f.Secondary.Keys, name => name.Contains(":m:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SecondaryDownWhileMarkersCount_MakesMissesOfReads()
    {
        var f = With(mirrors: false, options => options.JournalCapacity = 0);
        await f.SetAsync("key", "old");
        await f.OpenAsync();
        await f.Cache.RemoveAsync("key");
        f.Mend();
        f.Secondary.Before = call => f.Secondary.IsDown = call.Contains(":m:", StringComparison.Ordinal);

        Assert.Null(await f.GetAsync("key"));
    }

    [Fact]
    public async Task AfterTheLongestLifetime_TheSecondaryIsNoLongerAsked()
    {
        var f = With(mirrors: false, options => options.JournalCapacity = 0);
        await f.OpenAsync();
        await f.SetAsync("key", "outage");
        f.Mend();
        await f.GetAsync("key");
        var calls = f.Secondary.Calls;
        await f.GetAsync("key");
        Assert.Equal(calls + 1, f.Secondary.Calls);

        f.Clock.Advance(f.Options.LongestLifetime);
        await f.GetAsync("key");
        Assert.Equal(calls + 1, f.Secondary.Calls);
    }

    [Fact]
    public async Task JournalAndSecondaryBothUnableToRemember_RefuseTheWrite()
    {
        var f = With(mirrors: false, options => options.JournalCapacity = 0);
        await f.OpenAsync();
        f.Secondary.IsDown = true;

        await Assert.ThrowsAsync<IOException>(() => f.SetAsync("key", "value"));
    }
}
