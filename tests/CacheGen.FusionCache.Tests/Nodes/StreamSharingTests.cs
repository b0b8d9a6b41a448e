using CacheGen.Conformance;
using CacheGen.FusionCache.Tests.Redis;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>Streams that another node has read.</summary>
public class StreamSharingTests(RedisServer redis) : NodeTests(redis), IClassFixture<RedisServer>
{
    [Fact]
    public async Task StreamThatOneNodeLoaded_IsReplayedByTheOther()
    {
        var (a, b) = await StartTwoStreamsAsync();
        Assert.Equal(["run1 1", "run1 2", "run1 3"], await ReadAsync(a.Streams));
        Assert.Equal(["run1 1", "run1 2", "run1 3"], await ReadAsync(b.Streams));
        Assert.Equal(["run1 1", "run1 2", "run1 3"], await ReadAsync(b.Streams));
        Assert.Equal((1, 0), (a.Streams.Source.Opened, b.Streams.Source.Opened));
        var statistics = b.Cache.GetStatistics();
        Assert.Equal((1, 1, 1, 0), (statistics.Hits, statistics.Misses, statistics.SecondLevel, statistics.Loads));
    }

    [Fact]
    public async Task StreamThatOneNodeFoundTooLong_IsPassedThroughByTheOtherAtOnce()
    {
        var (a, b) = await StartTwoStreamsAsync();
        a.Streams.Source.Length = b.Streams.Source.Length = 9;
        Assert.Equal(9, (await ReadAsync(a.Streams)).Count);
        await using var reader = b.Streams.PlainAsync(1).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reader.MoveNextAsync());
        // Nothing was read ahead.
        Assert.Equal(1, b.Streams.Source.Given);
        var statistics = b.Cache.GetStatistics();
        Assert.Equal((0, 1, 0, 1), (statistics.Hits, statistics.Misses, statistics.SecondLevel, statistics.Loads));
    }

    [Fact]
    public async Task StreamThatOneNodeRemoves_IsLoadedAnewByTheOther()
    {
        var (a, b) = await StartTwoStreamsAsync();
        await ReadAsync(a.Streams);
        await ReadAsync(b.Streams);
        await StreamCatalog.Cache.Plain(a.Cache, 1).RemoveAsync();
        await Soon.TrueAsync(TimeSpan.FromSeconds(10), async () =>
        {
            await ReadAsync(b.Streams);
            return b.Streams.Source.Opened == 1;
        }, "the other node has loaded");
    }

    private async Task<((MethodCache Cache, StreamCatalog Streams) A, (MethodCache Cache, StreamCatalog Streams) B)> StartTwoStreamsAsync()
    {
        var (a, b) = await StartTwoAsync();
        return ((a.Cache, new StreamCatalog(a.Cache)), (b.Cache, new StreamCatalog(b.Cache)));
    }

    private static async Task<List<string>> ReadAsync(StreamCatalog streams)
    {
        var items = new List<string>();
        await foreach (var track in streams.PlainAsync(1))
            items.Add($"{track.Title} {track.Number}");
        return items;
    }
}
