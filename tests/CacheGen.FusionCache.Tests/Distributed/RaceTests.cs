using CacheGen.Conformance;
using CacheGen.Distributed;
using Xunit;
using static CacheGen.FusionCache.Tests.Distributed.FallbackFixture;
using static CacheGen.FusionCache.Tests.Distributed.ReturnTests;

namespace CacheGen.FusionCache.Tests.Distributed;

/// <summary>What happens at the same time: reads and writes beside the copy to the primary, and writes that arrive late.</summary>
public sealed class RaceTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task ReadDuringTheCopy_IsAnsweredByTheSecondary(bool mirrors)
    {
        var f = With(mirrors);
        await f.SetAsync("key", "old");
        await f.OpenAsync();
        await f.SetAsync("key", "new");
        f.Mend();
        f.Primary.Hangs = true;
        var pass = f.Cache.ResynchroniseAsync();
        await Eventually.TrueAsync(() => f.Primary.HeldCalls == 1, "the copy is under way");

        Assert.Equal("new", await f.GetAsync("key"));
        Assert.Equal("old", Text(f.Primary.Peek("key")));

        f.Primary.Hangs = false;
        f.Primary.Release();
        await pass;
        Assert.Equal("new", await f.GetAsync("key"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task WriteDuringTheCopy_WaitsForItAndWins(bool mirrors)
    {
        var f = With(mirrors);
        await f.OpenAsync();
        await f.SetAsync("key", "outage");
        f.Mend();
        f.Primary.Hangs = true;
        var pass = f.Cache.ResynchroniseAsync();
        await Eventually.TrueAsync(() => f.Primary.HeldCalls == 1, "the copy is under way");
        f.Primary.Hangs = false;

        var write = f.SetAsync("key", "after");
        Assert.False(write.IsCompleted);
        f.Primary.Release();
        await pass;
        await write;

        Assert.Equal("after", Text(f.Primary.Peek("key")));
        Assert.Equal("after", await f.GetAsync("key"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task WriteThatArrivesLate_IsNeverServedInPlaceOfALaterOne(bool mirrors)
    {
        var f = With(mirrors);
        f.Primary.Hangs = true;
        var late = f.SetAsync("key", "late");
        await Eventually.TrueAsync(() => f.Primary.HeldCalls == 1, "the primary has the write");
        f.Clock.Advance(f.Options.PrimaryTimeout);
        await late;
        f.Primary.Hangs = false;

        await f.SetAsync("key", "later");
        await f.Cache.ResynchroniseAsync();
        Assert.Equal("later", await f.GetAsync("key"));
        Assert.Equal("later", Text(f.Primary.Peek("key")));

        f.Primary.Release();
        await Eventually.TrueAsync(
            () =>
            {
                Assert.Equal("later", Text(f.Cache.Get("key")));
                return f.Cache.PendingKeys == 0;
            },
            "the primary was told again");
        Assert.Equal(1, f.Primary.LateArrivals);
        Assert.Equal("later", Text(f.Primary.Peek("key")));
    }

    [Fact]
    public async Task ManyCallersThroughManyOutages_NeverSeeAValueGoBack()
    {
        var f = With(mirrors: true, options => options.FailuresToOpen = 1);
        using var stop = new CancellationTokenSource();
        var acknowledged = new int[8];
        var workers = Enumerable.Range(0, acknowledged.Length).Select(key => Task.Run(async () =>
        {
            for (var value = 1; value <= 400; value++)
            {
                await f.SetAsync($"key{key}", $"{value}", TimeSpan.FromDays(10_000));
                Volatile.Write(ref acknowledged[key], value);
            }
        })).ToArray();
        var readers = Enumerable.Range(0, acknowledged.Length).Select(key => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var atLeast = Volatile.Read(ref acknowledged[key]);
                var seen = await f.GetAsync($"key{key}");
                if (atLeast > 0 && seen is not null)
                    Assert.InRange(int.Parse(seen, System.Globalization.CultureInfo.InvariantCulture), atLeast, 400);
                await Task.Yield();
            }
        })).ToArray();

        var written = Task.WhenAll(workers);
        while (!written.IsCompleted)
        {
            f.Primary.IsDown = !f.Primary.IsDown;
            f.Clock.Advance(f.Options.BreakDuration);
            await Task.Yield();
        }

        await written;
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        f.Mend();
        await f.Cache.ResynchroniseAsync();
        for (var key = 0; key < acknowledged.Length; key++)
            Assert.Equal("400", await f.GetAsync($"key{key}"));
    }
}
