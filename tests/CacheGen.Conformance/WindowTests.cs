using Xunit;

namespace CacheGen.Conformance;

/// <summary>
/// Single loads that begin within a window are one call of the batch's source. Only for engines whose loads reach their source on the thread
/// of their caller: where a second level answers later, nobody could tell when all have come.
/// </summary>
public abstract class WindowTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(5);

    protected WindowTests() => Singles = new WindowCatalog(Cache);

    protected WindowCatalog Singles { get; }

    [Fact]
    public async Task SinglesWithinTheWindow_AreOneCall()
    {
        var calls = new[] { Singles.ItemAsync(1), Singles.ItemAsync(2), Singles.ItemAsync(1000), Singles.ItemAsync(2) };
        await LoadsAsync("ItemAsync", 3);
        Assert.Equal(0, Singles.Source.Count);
        Advance(s_window);
        Assert.Equal("1.1 2.1  2.1", string.Join(" ", await Task.WhenAll(calls)));
        Assert.Equal(1, Singles.Source.Count);
        Assert.Equal("1.1", await Singles.ItemAsync(1));
    }

    [Fact]
    public async Task SinglesAfterTheWindow_AreAnother()
    {
        var first = Singles.ItemAsync(1);
        await LoadsAsync("ItemAsync", 1);
        Advance(s_window);
        Assert.Equal("1.1", await first);
        var second = Singles.ItemAsync(2);
        await LoadsAsync("ItemAsync", 2);
        Advance(s_window);
        Assert.Equal("2.2", await second);
    }

    [Fact]
    public async Task OtherArguments_AreOtherCalls()
    {
        var calls = new[] { Singles.OfMarketAsync(1, "us").AsTask(), Singles.OfMarketAsync(2, "us").AsTask(), Singles.OfMarketAsync(1, null).AsTask(), Singles.OfMarketAsync(2, "").AsTask() };
        await LoadsAsync("OfMarketAsync", 4);
        Advance(s_window);
        var found = await Task.WhenAll(calls);
        Assert.Equal(("us", "us"), (found[0]![^2..], found[1]![^2..]));
        Assert.Equal(3, Singles.Source.Count);
    }

    [Fact]
    public async Task FullWindow_IsCalledAtOnce_WithTheBatchsOwnSource()
    {
        var calls = new[] { Singles.TrackAsync(1), Singles.TrackAsync(2) };
        Assert.Equal("1.1 2.1", string.Join(" ", await Task.WhenAll(calls)));
        var third = Singles.TrackAsync(3);
        await LoadsAsync("TrackAsync", 3);
        Advance(s_window);
        Assert.Equal("3.2", await third);
        Assert.Equal("1.1 2.1 4.3", string.Join(" ", (await Singles.TracksAsync([1, 2, 4])).Values));
    }

    [Fact]
    public async Task FailedCall_FailsItsIds()
    {
        var failure = new InvalidOperationException("down");
        Singles.Source.Fails = _ => failure;
        var calls = new[] { Singles.ItemAsync(1), Singles.ItemAsync(2) };
        await LoadsAsync("ItemAsync", 2);
        Advance(s_window);
        foreach (var call in calls)
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => call));
    }

    [Fact]
    public async Task CancelledCaller_LeavesTheWindow()
    {
        using var cancellation = new CancellationTokenSource();
        var first = Singles.ItemAsync(1, cancellation.Token);
        var second = Singles.ItemAsync(2);
        await LoadsAsync("ItemAsync", 2);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Advance(s_window);
        Assert.Equal("2.1", await second);
        Assert.Equal("2", Singles.Source.Calls);
    }

    [Fact]
    public async Task AllCancelled_CallsNothing_OrCancelsTheCall()
    {
        using var cancellation = new CancellationTokenSource();
        var first = Singles.ItemAsync(1, cancellation.Token);
        await LoadsAsync("ItemAsync", 1);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Advance(s_window);
        Assert.Equal(0, Singles.Source.Count);

        Singles.Source.Holds = true;
        using var later = new CancellationTokenSource();
        var calls = new[] { Singles.ItemAsync(3, later.Token), Singles.ItemAsync(4, later.Token) };
        await LoadsAsync("ItemAsync", 3);
        Advance(s_window);
        var held = await Singles.Source.NextHeldAsync();
        await later.CancelAsync();
        foreach (var call in calls)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Eventually.TrueAsync(() => held.Token.IsCancellationRequested, "the call is cancelled");
    }

    [Fact]
    public async Task StaleValues_ServeWhereTheCallFails()
    {
        var first = Singles.ItemAsync(1);
        await LoadsAsync("ItemAsync", 1);
        Advance(s_window);
        await first;
        Advance(Minutes(10));
        Singles.Source.Fails = _ => new InvalidOperationException("down");
        var stale = Singles.ItemAsync(1);
        await LoadsAsync("ItemAsync", 2);
        Advance(s_window);
        Assert.Equal("1.1", await stale);
    }

    [Fact]
    public async Task SynchronousSingles_AreJoinedToo()
    {
        // A load of another thread may be counted and not be in the window yet when that is called: then the next two are asked for.
        string[] calledBy;
        var id = 1;
        do
        {
            var both = Task.WhenAll(new[] { id, id + 1 }.Select(id => Task.Factory.StartNew(
                () => Singles.Sync(id), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            await LoadsAsync("Sync", id + 1);
            await Eventually.TrueAsync(
                () =>
                {
                    Advance(s_window);
                    return both.IsCompleted;
                },
                "both have been called for");
            var found = await both;
            Assert.StartsWith($"{id}.", found[0], StringComparison.Ordinal);
            Assert.StartsWith($"{id + 1}.", found[1], StringComparison.Ordinal);
            calledBy = [.. found.Select(value => value!.Split('.')[1])];
            id += 2;
        }
        while (calledBy[0] != calledBy[1] && id < 100);
        Assert.Equal(calledBy[0], calledBy[1]);
    }

    // A load is counted just before its source is called; the window's timer is made by the first.
    private async Task LoadsAsync(string method, int count)
    {
        await Eventually.TrueAsync(
            () => Cache.GetStatistics().Methods.FirstOrDefault(statistics => statistics.Method.Contains($".{method}(", StringComparison.Ordinal))?.Loads == count,
            "the loads have begun");
    }
}
