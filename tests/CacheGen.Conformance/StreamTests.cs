using Xunit;

namespace CacheGen.Conformance;

/// <summary>Streams that are short enough to be cached.</summary>
public abstract class StreamTests<TEngine> : StreamConformance<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task FirstEnumeration_Loads_AndOthersReplay()
    {
        Assert.Equal("run1: 1 2 3", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal("run1: 1 2 3", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal("run2: 1 2 3", await ReadAsync(Streams.PlainAsync(2)));
        Assert.Equal((2, 2), (Source.Opened, Source.Closed));
        Assert.Equal((1, 2, 2), (Statistics.Hits, Statistics.Misses, Statistics.Loads));
    }

    [Fact]
    public async Task NothingHappens_BeforeTheFirstItemIsAskedFor()
    {
        var stream = Streams.PlainAsync(1);
        await using var enumerator = stream.GetAsyncEnumerator();
        Assert.Equal(0, Source.Opened);
        Assert.Equal(0, Cache.GetStatistics().Misses);
        Assert.True(await enumerator.MoveNextAsync());
        Assert.Equal(1, Source.Opened);
    }

    [Fact]
    public async Task EachEnumerationOfOneStream_LooksAnew()
    {
        var stream = Streams.PlainAsync(1);
        Assert.Equal("run1: 1 2 3", await ReadAsync(stream));
        Assert.Equal("run1: 1 2 3", await ReadAsync(stream));
        await StreamCatalog.Cache.Plain(Cache, 1).RemoveAsync();
        Assert.Equal("run2: 1 2 3", await ReadAsync(stream));
    }

    [Fact]
    public async Task Hit_ReplaysSynchronously()
    {
        await ReadAsync(Streams.PlainAsync(1));
        await using var enumerator = Streams.PlainAsync(1).GetAsyncEnumerator();
        for (var item = 0; item <= 3; item++)
        {
            var next = enumerator.MoveNextAsync();
            Assert.True(next.IsCompletedSuccessfully);
            Assert.Equal(item < 3, await next);
        }
    }

    [Fact]
    public async Task StreamWithoutItems_IsAValue()
    {
        Source.Length = 0;
        Assert.Equal("", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal("", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal(1, Source.Opened);
        Assert.True(StreamCatalog.Cache.Plain(Cache, 1).Peek(out var items));
        Assert.Empty(items!);
    }

    [Fact]
    public async Task StreamAsLongAsTheBound_IsCached()
    {
        Source.Length = 5;
        Assert.Equal("run1: 1 2 3 4 5", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal("run1: 1 2 3 4 5", await ReadAsync(Streams.PlainAsync(1)));
    }

    [Fact]
    public async Task BoundOfTenThousand_WhereNothingIsSaid()
    {
        Source.Length = 10_000;
        await ReadAsync(Streams.DefaultsAsync(1));
        Assert.True(StreamCatalog.Cache.Defaults(Cache, 1).Peek(out var items));
        Assert.Equal(10_000, items!.Count);
        Source.Length = 10_001;
        await ReadAsync(Streams.DefaultsAsync(2));
        Assert.True(StreamCatalog.Cache.Defaults(Cache, 2).Peek(out var tooLong));
        Assert.Null(tooLong);
    }

    [Fact]
    public async Task ConcurrentEnumerations_ShareOneLoad()
    {
        Source.HoldsBefore.Add(2);
        var readers = Enumerable.Range(0, 100).Select(_ => ReadAsync(Streams.PlainAsync(1))).ToArray();
        var held = await Source.NextHeldAsync();
        await Eventually.TrueAsync(() => Statistics.Misses == 100, "all wait");
        held.GoOn();
        Assert.All(await Task.WhenAll(readers), items => Assert.Equal("run1: 1 2 3", items));
        Assert.Equal((1, 1), (Source.Opened, Statistics.Loads));
    }

    [Fact]
    public async Task SourceThatFailsMidway_FailsEveryFirstItem_AndIsNotStored()
    {
        Source.FailsBefore = 3;
        Source.HoldsBefore.Add(3);
        var readers = Enumerable.Range(0, 3).Select(_ => Streams.PlainAsync(1).GetAsyncEnumerator().MoveNextAsync().AsTask()).ToArray();
        var held = await Source.NextHeldAsync();
        await Eventually.TrueAsync(() => Statistics.Misses == 3, "all wait");
        held.GoOn();
        foreach (var reader in readers)
            Assert.Same(Source.Failure, await Assert.ThrowsAsync<InvalidOperationException>(() => reader));
        Assert.Equal((1, 1), (Source.Opened, Source.Closed));
        Source.FailsBefore = null;
        Source.HoldsBefore.Clear();
        Assert.Equal("run2: 1 2 3", await ReadAsync(Streams.PlainAsync(1)));
    }

    [Fact]
    public async Task SourceThatFailsMidway_StaleItemsAreServed()
    {
        await ReadAsync(Streams.FailSafeAsync(1));
        Advance(Minutes(10));
        Source.FailsBefore = 2;
        Assert.Equal("run1: 1 2 3", await ReadAsync(Streams.FailSafeAsync(1)));
        Assert.Equal((2, 2), (Source.Opened, Source.Closed));
    }

    [Fact]
    public async Task MethodThatLoadsItself_FailsInsteadOfHanging()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(Streams.EndlessAsync(1)));
        Assert.Contains("test:streams:endless:1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SoftTimeout_ServesStaleItemsAndTheLoadGoesOnBehind()
    {
        await ReadAsync(Streams.SoftAsync(1));
        Advance(Minutes(10));
        Source.HoldsBefore.Add(2);
        var reader = ReadAsync(Streams.SoftAsync(1));
        var held = await Source.NextHeldAsync();
        Advance(Seconds(1));
        Assert.Equal("run1: 1 2 3", await reader);
        held.GoOn();
        await StoredAsync(StreamCatalog.Cache.Soft(Cache, 1), "run2");
    }

    [Fact]
    public async Task HardTimeout_BoundsTheWholeLoad()
    {
        Source.HoldsBefore.UnionWith([2, 3]);
        var reader = ReadAsync(Streams.HardAsync(1));
        var held = await Source.NextHeldAsync();
        Advance(Seconds(1));
        held.GoOn();
        await Source.NextHeldAsync();
        Advance(Seconds(1));
        await Assert.ThrowsAsync<TimeoutException>(() => reader);
        Assert.True(Assert.Single(Source.Tokens).IsCancellationRequested);
        await Eventually.TrueAsync(() => Source.Closed == 1, "the source is closed");
    }

    [Fact]
    public async Task RefreshAfter_ReloadsBehind()
    {
        await ReadAsync(Streams.RefreshAsync(1));
        Advance(Minutes(5));
        Assert.Equal("run1: 1 2 3", await ReadAsync(Streams.RefreshAsync(1)));
        await StoredAsync(StreamCatalog.Cache.Refresh(Cache, 1), "run2");
        Assert.Equal("run2: 1 2 3", await ReadAsync(Streams.RefreshAsync(1)));
    }

    [Fact]
    public async Task MethodThatIsSwitchedOff_PassesItsStreamsThrough()
    {
        Cache.Configure(new CacheGenOptions { Enabled = false });
        await using (await BeginAsync(Streams.PlainAsync(1), 1))
            Assert.Equal(1, Source.Given);
        Assert.Equal("run2: 1 2 3", await ReadAsync(Streams.PlainAsync(1)));
        Assert.Equal((0, 2, 2), (Statistics.Hits, Statistics.Misses, Statistics.Loads));
    }

    [Fact]
    public async Task Handle_SetsAndRemovesTheList()
    {
        var handle = StreamCatalog.Cache.Plain(Cache, 1);
        await handle.SetAsync([new Track("set", 1), new Track("set", 2)]);
        Assert.Equal("set: 1 2", await ReadAsync(Streams.PlainAsync(1)));
        await handle.RemoveAsync();
        Assert.Equal("run1: 1 2 3", await ReadAsync(Streams.PlainAsync(1)));
    }

    [Fact]
    public async Task RemovalDuringALoad_Wins()
    {
        Source.HoldsBefore.Add(3);
        var before = ReadAsync(Streams.TaggedAsync(1));
        var held = await Source.NextHeldAsync();
        await Cache.RemoveByTagAsync("stream:1");
        Source.HoldsBefore.Clear();
        Assert.Equal("run2: 1 2 3", await ReadAsync(Streams.TaggedAsync(1)));
        held.GoOn();
        Assert.Equal("run1: 1 2 3", await before);
        Assert.Equal("run2: 1 2 3", await ReadAsync(Streams.TaggedAsync(1)));
    }

    private static Task StoredAsync(CacheHandle<IReadOnlyList<Track>?> handle, string run) => Eventually.TrueAsync(
        () => handle.Peek(out var stored) && stored?[0].Title == run, $"{run} is stored");
}
