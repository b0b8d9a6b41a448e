using Xunit;

namespace CacheGen.Conformance;

/// <summary>What a batch loads: which ids each call of its source gets.</summary>
public abstract class BatchTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    protected BatchTests() => Many = new BatchCatalog(Cache);

    protected BatchCatalog Many { get; }

    [Fact]
    public async Task OnlyTheMissing_AreLoaded_EachOnce()
    {
        Assert.Equal("1=1.1 2=2.1", Text(await Many.TracksAsync([1, 2])));
        Assert.Equal("1=1.1 2=2.1 3=3.2 4=4.2", Text(await Many.TracksAsync([4, 1, 3, 2, 4, 3])));
        Assert.Equal("1,2 4,3", Many.Source.Calls);
    }

    [Fact]
    public async Task AllInTheCache_TheSourceIsLeftAlone()
    {
        await Many.TracksAsync([1, 2]);
        Assert.Equal("1=1.1 2=2.1", Text(await Many.TracksAsync([2, 1, 2])));
        Assert.Empty(await Many.TracksAsync([]));
        Assert.Equal(1, Many.Source.Count);
    }

    [Fact]
    public async Task SingleItemMethod_AndItsBatch_ShareEntries()
    {
        await Many.TrackAsync(1);
        Assert.Equal("1=1 alone 2=2.1", Text(await Many.TracksAsync([1, 2])));
        Assert.Equal("2.1", await Many.TrackAsync(2));
        await BatchCatalog.Cache.Track(Cache, 2).RemoveAsync();
        Assert.Equal("2 alone", await Many.TrackAsync(2));
        Assert.Equal([1, 2], Many.Singles);
    }

    [Fact]
    public async Task IdsThatTheSourceLacks_AreAbsent_AndKeptForMissTtl()
    {
        Assert.Equal("1=1.1", Text(await Many.TracksAsync([1, 1000])));
        Assert.Equal("1=1.1", Text(await Many.TracksAsync([1, 1000])));
        Assert.Null(await Many.TrackAsync(1000));
        Assert.Equal(1, Many.Source.Count);
        Advance(Minutes(1));
        Assert.Equal("1=1.1", Text(await Many.TracksAsync([1, 1000])));
        Assert.Equal("1,1000 1000", Many.Source.Calls);
    }

    [Fact]
    public async Task NullableItems_StandForIdsThatTheSourceLacks()
    {
        Assert.Equal("1=1.1 1000=", Text(await Many.MaybeAsync([1, 1000])));
        Assert.Equal("1=1.1 1000=", Text(await Many.MaybeAsync([1, 1000])));
        Assert.Equal("1,1000 1000", Many.Source.Calls);
    }

    [Fact]
    public async Task MoreThanMaxBatch_AreLoadedInChunks_OneAfterTheOther()
    {
        Assert.Equal("1=1.1 2=2.1 3=3.2 4=4.2 5=5.3", Text(await Many.ByTwosAsync([1, 2, 3, 4, 5])));
        Assert.Equal("1,2 3,4 5", Many.Source.Calls);
        Assert.Equal(1, Many.Source.Most);
    }

    [Fact]
    public async Task MaxParallel_ChunksAreLoadedAtATime()
    {
        Many.Source.Holds = true;
        var call = Many.TwoAtATimeAsync([1, 2, 3, 4, 5, 6]);
        var first = await Many.Source.NextHeldAsync();
        var second = await Many.Source.NextHeldAsync();
        Assert.Equal(("1,2", "3,4"), (first.Ids, second.Ids));
        second.End();
        (await Many.Source.NextHeldAsync()).End();
        first.End();
        Assert.Equal("1=1.1 2=2.1 3=3.2 4=4.2 5=5.3 6=6.3", Text(await call));
        Assert.Equal(2, Many.Source.Most);
    }

    [Fact]
    public async Task OverlappingCalls_ShareTheLoadsOfCommonIds()
    {
        Many.Source.Holds = true;
        var first = Many.TracksAsync([1, 2, 3]);
        var held = await Many.Source.NextHeldAsync();
        var second = Many.TracksAsync([2, 3, 4]);
        var other = await Many.Source.NextHeldAsync();
        var single = Many.TrackAsync(3);
        Assert.Equal(("1,2,3", "4"), (held.Ids, other.Ids));
        other.End();
        Assert.False(second.IsCompleted);
        held.End();
        Assert.Equal("1=1.1 2=2.1 3=3.1", Text(await first));
        Assert.Equal("2=2.1 3=3.1 4=4.2", Text(await second));
        Assert.Equal("3.1", await single);
        Assert.Empty(Many.Singles);
    }

    [Fact]
    public async Task CallThatIsWhollyJoined_CallsNothing()
    {
        Many.Source.Holds = true;
        var first = Many.TracksAsync([1, 2]);
        var held = await Many.Source.NextHeldAsync();
        var second = Many.TracksAsync([2, 1]);
        held.End();
        Assert.Equal(Text(await first), Text(await second));
        Assert.Equal(1, Many.Source.Count);
    }

    [Fact]
    public async Task IdsThatShareAnEntry_AreLoadedOnce_AndBothAnswered()
    {
        Assert.Equal("ABBA=ABBA! abba=ABBA!", Text(await Many.NamesAsync(["ABBA", "abba"])));
        Assert.Equal("Abba=ABBA!", Text(await Many.NamesAsync(["Abba"])));
        Assert.Equal(["ABBA"], Many.Names);
    }

    [Fact]
    public async Task List_FollowsTheCallersIds()
    {
        Assert.Equal(["3.1us", "1.1us", "2.1us"], await Many.ListAsync([3, 1, 1000, 2, 3], "us"));
        Assert.Equal(["2.1us", "4.2US"], await Many.ListAsync([2, 4], "US"));
        Assert.Equal(["2.3de"], await Many.ListAsync([2], "de"));
        Assert.Equal("3,1,1000,2 4 2", Many.Source.Calls);
    }

    [Fact]
    public async Task ItemsLoads_AreCounted()
    {
        await Many.TracksAsync([1, 2, 3]);
        await Many.TracksAsync([1, 2, 4]);
        var method = Assert.Single(Cache.GetStatistics().Methods);
        Assert.Equal((2, 4, 4, 0), (method.Hits, method.Misses, method.Loads, method.Errors));
    }

    [Fact]
    public void Synchronous_LoadsInChunksOnItsCallersThread()
    {
        var threads = new List<int>();
        Many.Source.OnCall = _ =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            return Task.CompletedTask;
        };
        Assert.Equal("1=1.1 2=2.1 3=3.2", Text(Many.Sync([1, 2, 3])));
        Assert.Equal("1=1.1 4=4.3", Text(Many.Sync([1, 4])));
        Assert.Equal("1,2 3 4", Many.Source.Calls);
        if (Engine.LoadsOnTheCallersThread)
            Assert.All(threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Fact]
    public async Task Removal_BeatsALoadUnderWay_OfThatItem()
    {
        Many.Source.Holds = true;
        var call = Many.TracksAsync([1, 2]);
        var held = await Many.Source.NextHeldAsync();
        await BatchCatalog.Cache.Track(Cache, 1).RemoveAsync();
        held.End();
        Assert.Equal("1=1.1 2=2.1", Text(await call));
        Many.Source.Holds = false;
        Assert.Equal("1=1.2 2=2.1", Text(await Many.TracksAsync([1, 2])));
        Assert.Equal("1,2 1", Many.Source.Calls);
    }

    [Fact]
    public async Task Arguments_AreLeftAsTheyAre()
    {
        var ids = new List<int> { 2, 1, 2 };
        await Many.TracksAsync(ids);
        Assert.Equal([2, 1, 2], ids);
    }

    protected static string Text<TId>(IReadOnlyDictionary<TId, string> found) => Text(found.Select(pair => (pair.Key, (string?)pair.Value)));

    protected static string Text<TId>(Dictionary<TId, string?> found)
        where TId : notnull => Text(found.Select(pair => (pair.Key, pair.Value)));

    private static string Text<TId>(IEnumerable<(TId Id, string? Value)> found) =>
        string.Join(" ", found.OrderBy(pair => $"{pair.Id}", StringComparer.Ordinal).Select(pair => $"{pair.Id}={pair.Value}"));
}
