using Xunit;

namespace CacheGen.Conformance;

/// <summary>Streams with more items than are cached: each item reaches each reader once, and nothing stays open.</summary>
public abstract class LongStreamTests<TEngine> : StreamConformance<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private const string Whole = "1 2 3 4 5 6 7 8 9";

    protected LongStreamTests() => Source.Length = 9;

    [Fact]
    public async Task WhoLoads_ReadsTheStreamThatItHasOpened()
    {
        Assert.Equal($"run1: {Whole}", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal((1, 1, 9), (Source.Opened, Source.Closed, Source.Given));
        Assert.Equal((0, 1, 1, 0), (Statistics.Hits, Statistics.Misses, Statistics.Loads, Statistics.Errors));
    }

    [Fact]
    public async Task OneItemTooMany_IsTooLong()
    {
        Source.Length = 6;
        Assert.Equal("run1: 1 2 3 4 5 6", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal("run2: 1 2 3 4 5 6", await ReadAsync(Streams.PlainAsync(1)));
    }

    [Fact]
    public async Task TheRest_IsReadAsItComes()
    {
        Source.HoldsBefore.Add(8);
        await using var reader = await BeginAsync(Streams.PlainAsync(1), 1);
        // One more than are cached, to find out; the others when they are asked for.
        Assert.Equal(6, Source.Given);
        for (var number = 2; number <= 7; number++)
            Assert.True(await reader.MoveNextAsync());
        var next = reader.MoveNextAsync();
        Assert.False(next.IsCompleted);
        (await Source.NextHeldAsync()).GoOn();
        Assert.True(await next);
        Assert.Equal(8, reader.Current.Number);
    }

    [Fact]
    public async Task LaterReaders_OpenTheirOwnAtOnce()
    {
        await ReadAsync(Streams.PlainAsync(1));
        await using var reader = await BeginAsync(Streams.PlainAsync(1), 1);
        Assert.Equal((2, 10), (Source.Opened, Source.Given));
        await using var other = await BeginAsync(Streams.PlainAsync(1), 2);
        Assert.Equal((3, 12), (Source.Opened, Source.Given));
        Assert.Equal((0, 3, 3), (Statistics.Hits, Statistics.Misses, Statistics.Loads));
    }

    [Fact]
    public async Task Mark_IsNothingToServeWhenTheSourceFails()
    {
        var options = new CacheGenOptions { TimeProvider = Clock, KeyPrefix = "test" };
        options.Methods["StreamCatalog.BrieflyKnownAsync"].MissFailSafe = Minutes(60);
        Cache.Configure(options);
        await ReadAsync(Streams.BrieflyKnownAsync(1));
        Advance(Minutes(1));
        Source.FailsBefore = 1;
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(Streams.BrieflyKnownAsync(1)));
        Assert.Equal((2, 0), (Source.Opened, Statistics.Stale));
    }

    [Fact]
    public async Task WhoSharesTheLoad_OpensItsOwn()
    {
        Source.HoldsBefore.Add(3);
        var readers = Enumerable.Range(0, 10).Select(_ => ReadAsync(Streams.PlainAsync(1))).ToArray();
        var held = await Source.NextHeldAsync();
        await Eventually.TrueAsync(() => Statistics.Misses == 10, "all wait");
        Assert.Equal(1, Source.Opened);
        Source.HoldsBefore.Clear();
        held.GoOn();
        var streams = await Task.WhenAll(readers);
        Assert.Equal(Enumerable.Range(1, 10).Select(run => $"run{run}: {Whole}").Order(), streams.Order());
        Assert.Equal((10, 10, 90), (Source.Opened, Source.Closed, Source.Given));
        Assert.Equal((10, 10), (Statistics.Misses, Statistics.Loads));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task ReaderThatStopsEarly_ClosesTheSource(int items)
    {
        var reader = await BeginAsync(Streams.PlainAsync(1), items);
        Assert.Equal(0, Source.Closed);
        await reader.DisposeAsync();
        Assert.Equal((1, 1), (Source.Opened, Source.Closed));
    }

    [Fact]
    public async Task SourceThatFailsAfterTheHandOver_FailsItsReader_AndNobodyElse()
    {
        Source.FailsBefore = 8;
        await using var reader = await BeginAsync(Streams.PlainAsync(1), 7);
        Assert.Same(Source.Failure, await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.MoveNextAsync()));
        Assert.Equal((1, 0), (Source.Closed, Statistics.Errors));
    }

    [Fact]
    public async Task HardTimeout_DoesNotBoundWhatWasHandedOver()
    {
        Source.HoldsBefore.Add(8);
        var reader = ReadAsync(Streams.HardAsync(1));
        var held = await Source.NextHeldAsync();
        Advance(Seconds(5));
        held.GoOn();
        Assert.Equal($"run1: {Whole}", await reader);
    }

    [Fact]
    public async Task StaleItems_GoWhenTheStreamHasGrown()
    {
        Source.Length = 3;
        await ReadAsync(Streams.FailSafeAsync(1));
        Advance(Minutes(10));
        Source.Length = 9;
        Assert.Equal($"run2: {Whole}", await ReadAsync(Streams.FailSafeAsync(1)));
        Source.FailsBefore = 1;
        Advance(Minutes(10));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(Streams.FailSafeAsync(1)));
    }

    [Fact]
    public async Task TheMark_LastsForTheTtl()
    {
        await ReadAsync(Streams.PlainAsync(1));
        Source.Length = 3;
        Advance(Minutes(10) - Precision);
        Assert.Equal("run2: 1 2 3", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal("run3: 1 2 3", await ReadAsync(Streams.PlainAsync(1)));
        Advance(Precision);
        Assert.Equal("run4: 1 2 3", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal("run4: 1 2 3", await ReadAsync(Streams.PlainAsync(1)));
    }

    [Fact]
    public async Task TheMark_LastsForMissTtlWhereThatIsSaid()
    {
        await ReadAsync(Streams.BrieflyKnownAsync(1));
        Source.Length = 3;
        await ReadAsync(Streams.BrieflyKnownAsync(1));
        Advance(Minutes(1));
        Assert.Equal("run3: 1 2 3", await ReadAsync(Streams.BrieflyKnownAsync(1)));
        Assert.Equal("run3: 1 2 3", await ReadAsync(Streams.BrieflyKnownAsync(1)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheMark_GoesWithItsKeyAndItsTags(bool byTag)
    {
        await ReadAsync(Streams.TaggedAsync(1));
        Source.Length = 3;
        if (byTag)
            await Cache.RemoveByTagAsync("stream:1");
        else
            await StreamCatalog.Cache.Tagged(Cache, 1).RemoveAsync();
        Assert.Equal("run2: 1 2 3", await ReadAsync(Streams.TaggedAsync(1)));
        Assert.Equal("run2: 1 2 3", await ReadAsync(Streams.TaggedAsync(1)));
    }

    [Fact]
    public async Task CallsOfTaggedLongStreams_AreMissesAndLoadsToo()
    {
        await ReadAsync(Streams.TaggedAsync(1));
        await ReadAsync(Streams.TaggedAsync(1));
        Assert.Equal((0, 2, 2), (Statistics.Hits, Statistics.Misses, Statistics.Loads));
    }

    [Fact]
    public async Task TheMark_IsSeenThroughTheHandle()
    {
        var handle = StreamCatalog.Cache.Plain(Cache, 1);
        await ReadAsync(Streams.PlainAsync(1));
        Assert.Equal(new Peeked<IReadOnlyList<Track>?>(true, null), await handle.PeekAsync());
        await handle.SetAsync([new Track("set", 1)]);
        Assert.Equal("set: 1", await ReadAsync(Streams.PlainAsync(1)));
    }

    [Fact]
    public async Task StreamThatGrewBehindItsReaders_IsClosed()
    {
        Source.Length = 3;
        await ReadAsync(Streams.RefreshAsync(1));
        Advance(Minutes(5));
        Source.Length = 9;
        Assert.Equal("run1: 1 2 3", await ReadAsync(Streams.RefreshAsync(1)));
        await Eventually.TrueAsync(
            () => StreamCatalog.Cache.Refresh(Cache, 1).Peek(out var items) && items is null, "the stream is known to be too long");
        Assert.Equal((2, 2, 9), (Source.Opened, Source.Closed, Source.Given));
        Assert.Equal($"run3: {Whole}", await ReadAsync(Streams.RefreshAsync(1)));
    }

    [Fact]
    public async Task StreamThatGrewBehindASoftTimeout_IsClosed()
    {
        Source.Length = 3;
        await ReadAsync(Streams.SoftAsync(1));
        Advance(Minutes(10));
        Source.Length = 9;
        Source.HoldsBefore.Add(2);
        var reader = ReadAsync(Streams.SoftAsync(1));
        var held = await Source.NextHeldAsync();
        Advance(Seconds(1));
        Assert.Equal("run1: 1 2 3", await reader);
        held.GoOn();
        await Eventually.TrueAsync(() => Source.Closed == 2, "the source is closed");
        await Eventually.TrueAsync(
            () => StreamCatalog.Cache.Soft(Cache, 1).Peek(out var items) && items is null, "the stream is known to be too long");
    }
}
