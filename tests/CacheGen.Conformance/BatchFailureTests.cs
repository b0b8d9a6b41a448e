using Xunit;

namespace CacheGen.Conformance;

/// <summary>Batches whose source fails, is slow, or is given up.</summary>
public abstract class BatchFailureTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly InvalidOperationException _down = new("down");

    protected BatchFailureTests() => Many = new BatchCatalog(Cache);

    protected BatchCatalog Many { get; }

    [Fact]
    public async Task FailedChunk_ReachesTheCallerUnwrapped_AndTheOthersAreStored()
    {
        Many.Source.Fails = ids => ids.Contains(1) ? _down : null;
        Assert.Same(_down, await Assert.ThrowsAsync<InvalidOperationException>(() => Many.ByTwosAsync([1, 2, 3, 4])));
        Many.Source.Fails = _ => null;
        Assert.Equal("1.3 2.3 3.2 4.2", Values(await Many.ByTwosAsync([1, 2, 3, 4])));
        Assert.Equal("1,2 3,4 1,2", Many.Source.Calls);
    }

    [Fact]
    public async Task FailedChunk_IsToldAfterAllOthersHaveEnded()
    {
        Many.Source.Holds = true;
        var call = Many.TwoAtATimeAsync([1, 2, 3, 4]);
        var first = await Many.Source.NextHeldAsync();
        var second = await Many.Source.NextHeldAsync();
        var single = Many.TrackAsync(1);
        first.Fail(_down);
        await Assert.ThrowsAsync<InvalidOperationException>(() => single);
        Assert.False(call.IsCompleted);
        second.End();
        await Assert.ThrowsAsync<InvalidOperationException>(() => call);
        Assert.Equal("3.2", await Many.TrackAsync(3));
    }

    [Fact]
    public async Task FailedChunk_OfIdsWithStaleValues_ServesThose()
    {
        await Many.FailSafeAsync([1, 2]);
        Advance(Minutes(10));
        Many.Source.Fails = ids => ids.Contains(1) ? _down : null;
        Assert.Equal("1.1 2.1 3.3 4.3", Values(await Many.FailSafeAsync([1, 2, 3, 4])));
    }

    [Fact]
    public async Task FailedChunk_ServesStaleMissesAsIdsWithoutAnItem()
    {
        Assert.Equal("1.1", Values(await Many.StaleMissesAsync([1, 1001, 1002])));
        Advance(Minutes(10));
        Many.Source.Fails = _ => _down;
        Assert.Equal("1.1", Values(await Many.StaleMissesAsync([1, 1001, 1002])));
        Assert.Equal(3, Cache.GetStatistics().Stale);
        Advance(Minutes(52));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Many.StaleMissesAsync([1, 1001]));
        Assert.Equal("1.1", Values(await Many.StaleMissesAsync([1])));
    }

    [Fact]
    public async Task FailedChunk_WithOneIdThatHasNoStaleValue_Fails()
    {
        await Many.FailSafeAsync([1]);
        Advance(Minutes(10));
        Many.Source.Fails = _ => _down;
        Assert.Same(_down, await Assert.ThrowsAsync<InvalidOperationException>(() => Many.FailSafeAsync([1, 2])));
        Assert.Equal("1.1", Values(await Many.FailSafeAsync([1])));
    }

    [Fact]
    public async Task CancelledCaller_CancelsTheCallsOfItsOwnIds()
    {
        Many.Source.Holds = true;
        using var cancellation = new CancellationTokenSource();
        var call = Many.TracksAsync([1, 2], cancellation.Token);
        var held = await Many.Source.NextHeldAsync();
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.True(held.Token.IsCancellationRequested);
        Many.Source.Holds = false;
        Assert.Equal("1.2 2.2", Values(await Many.TracksAsync([1, 2])));
    }

    [Fact]
    public async Task CancelledCaller_LeavesTheCallToThoseWhoShareAnId()
    {
        Many.Source.Holds = true;
        using var cancellation = new CancellationTokenSource();
        var call = Many.TracksAsync([1, 2], cancellation.Token);
        var held = await Many.Source.NextHeldAsync();
        var single = Many.TrackAsync(2);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.False(held.Token.IsCancellationRequested);
        held.End();
        Assert.Equal("2.1", await single);
    }

    [Fact]
    public async Task CancelledBefore_CallsNothing()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Many.TracksAsync([1, 2], cancellation.Token));
        Assert.Equal(0, Many.Source.Count);
    }

    [Fact]
    public async Task HardTimeout_GivesTheItemsUp()
    {
        Many.Source.Holds = true;
        var call = Many.HardAsync([1, 2]);
        var held = await Many.Source.NextHeldAsync();
        Advance(Seconds(2));
        var exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("HardTimeout", exception.Message, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => held.Token.IsCancellationRequested, "the call is cancelled");
    }

    [Fact]
    public async Task HardTimeoutOfASynchronousSource_LetsItsCallerGo()
    {
        Many.Source.Holds = true;
        var call = Task.Factory.StartNew(() => Many.SyncBounded([1, 2]), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var held = await Many.Source.NextHeldAsync();
        Advance(Seconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => call);
        await Eventually.TrueAsync(() => held.Token.IsCancellationRequested, "the call is cancelled");
    }

    [Fact]
    public async Task EagerRefreshes_AreOneCall_BehindTheirCaller()
    {
        await Many.RefreshAsync([1, 2, 3]);
        Advance(Minutes(6));
        Assert.Equal("1.1 2.1 3.1", Values(await Many.RefreshAsync([1, 2, 3])));
        await Eventually.TrueAsync(() => AdvancePatience() && Many.Source.Count > 1, "they are refreshed");
        await Eventually.TrueAsync(() => AdvancePatience() && Values(Many.RefreshAsync([1, 2, 3]).Result).Split('.', ' ').Where((_, i) => i % 2 == 1).All(number => number != "1"), "all of them");
        Assert.Equal([1, 2, 3], Many.Source.Calls.Split(' ', ',').Skip(3).Select(id => int.Parse(id, provider: null)).Order());
    }

    [Fact]
    public async Task SourceThatAsksForItsOwnIds_FailsInsteadOfHanging()
    {
        Many.Source.OnCall = async ids => await Many.TrackAsync(ids[0]);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Many.TracksAsync([1, 2]));
        Assert.Contains("'test:batches:track:1'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SourceThatAsksForOtherIds_GetsThem()
    {
        Many.Source.OnCall = async ids => await (ids[0] == 1 ? Many.TracksAsync([5]) : Task.CompletedTask);
        Assert.Equal("1.2", Values(await Many.TracksAsync([1])).Replace("1.1", "1.2", StringComparison.Ordinal));
        Assert.Equal("1 5", Many.Source.Calls);
    }

    [Fact]
    public async Task IdThatIsNull_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Many.NamesAsync(["a", null!]));
        Assert.Contains("null", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(() => Many.NamesAsync(null!));
    }

    private bool AdvancePatience()
    {
        Advance(TimeSpan.FromMilliseconds(100));
        return true;
    }

    private static string Values(IReadOnlyDictionary<int, string> found) => string.Join(" ", found.OrderBy(pair => pair.Key).Select(pair => pair.Value));
}
