using Xunit;

namespace CacheGen.Conformance;

/// <summary>Who comes while the call of a window waits for the rate limiter comes along. For the same engines as <see cref="WindowTests{TEngine}"/>.</summary>
public abstract class WindowLimitTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(5);

    private readonly ScriptedLimiter _limiter = new() { Queues = true };
    private readonly MethodCache _cache;
    private readonly WindowCatalog _catalog;

    protected WindowLimitTests()
    {
        var options = new CacheGenOptions { TimeProvider = Clock };
        options.RateLimiters.Add("api", _limiter);
        _cache = Engine.Create(options);
        _catalog = new WindowCatalog(_cache);
    }

    [Fact]
    public async Task WhoComesWhileTheCallWaits_ComesAlong()
    {
        var first = _catalog.LimitedAsync(1);
        Advance(s_window);
        var waiting = await _limiter.NextWaiterAsync();
        var second = _catalog.LimitedAsync(2);
        Advance(s_window);
        waiting.LetIn();
        Assert.Equal("1.1 2.1", string.Join(" ", await first, await second));
        Assert.Equal((1, 1), (_catalog.Source.Count, _limiter.Taken));
    }

    [Fact]
    public async Task CallThatIsFullWhileItWaits_TakesNoMore()
    {
        var calls = new List<Task<string?>> { _catalog.LimitedAsync(1) };
        Advance(s_window);
        var waiting = await _limiter.NextWaiterAsync();
        foreach (var id in (int[])[2, 3, 4])
            calls.Add(_catalog.LimitedAsync(id));
        Advance(s_window);
        var next = await _limiter.NextWaiterAsync();
        waiting.LetIn();
        Assert.Equal("1.1 2.1 3.1", string.Join(" ", await Task.WhenAll(calls.Take(3))));
        Assert.False(calls[3].IsCompleted);
        next.LetIn();
        Assert.Equal("4.2", await calls[3]);
        Assert.Equal(2, _limiter.Taken);
    }

    [Fact]
    public async Task AllHaveLeft_TheCallLeavesTheQueue_AndWhoComesThenOpensAnother()
    {
        using var cancellation = new CancellationTokenSource();
        var first = _catalog.LimitedAsync(1, cancellation.Token);
        Advance(s_window);
        var waiting = await _limiter.NextWaiterAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Eventually.TrueAsync(() => waiting.Token.IsCancellationRequested, "the call has left the queue");

        var second = _catalog.LimitedAsync(2);
        Advance(s_window);
        (await _limiter.NextWaiterAsync()).LetIn();
        Assert.Equal("2.1", await second);
        Assert.Equal((1, "2"), (_limiter.Taken, _catalog.Source.Calls));
    }

    [Fact]
    public async Task OneOfTwoLeavesTheQueue_TheCallIsForTheOther()
    {
        using var cancellation = new CancellationTokenSource();
        var first = _catalog.LimitedAsync(1, cancellation.Token);
        Advance(s_window);
        var waiting = await _limiter.NextWaiterAsync();
        var second = _catalog.LimitedAsync(2);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        waiting.LetIn();
        Assert.Equal("2.1", await second);
        Assert.Equal("2", _catalog.Source.Calls);
    }

    [Fact]
    public async Task WhoOpenedTheWindowHasLeft_TheCallIsMadeOnTheInstanceOfOneWhoWaits()
    {
        using var cancellation = new CancellationTokenSource();
        var first = _catalog.LimitedAsync(1, cancellation.Token);
        Advance(s_window);
        var waiting = await _limiter.NextWaiterAsync();
        var other = new WindowCatalog(_cache);
        var second = other.LimitedAsync(2);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        waiting.LetIn();
        Assert.Equal("2.1", await second);
        Assert.Equal((0, 1), (_catalog.Source.Count, other.Source.Count));
    }

    [Fact]
    public async Task WhoHasLeft_TakesNoPlaceInTheCall()
    {
        var calls = new List<Task<string?>> { _catalog.LimitedAsync(1) };
        Advance(s_window);
        var waiting = await _limiter.NextWaiterAsync();
        for (var id = 10; id < 20; id++)
        {
            using var cancellation = new CancellationTokenSource();
            var leaving = _catalog.LimitedAsync(id, cancellation.Token);
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        }

        calls.AddRange([_catalog.LimitedAsync(2), _catalog.LimitedAsync(3)]);
        waiting.LetIn();
        Assert.Equal("1.1 2.1 3.1", string.Join(" ", await Task.WhenAll(calls)));
        Assert.Equal(1, _limiter.Taken);
    }

    [Fact]
    public async Task RefusedCall_RefusesAllThatCameAlong()
    {
        _limiter.Queues = false;
        _limiter.Refuses = true;
        var calls = new[] { _catalog.LimitedAsync(1), _catalog.LimitedAsync(2) };
        Advance(s_window);
        foreach (var call in calls)
            await Assert.ThrowsAsync<CacheRateLimitException>(() => call);
        var statistics = Assert.Single(_cache.GetStatistics().Methods);
        Assert.Equal((2, 2), (statistics.Refused, statistics.Errors));
        Assert.Equal(0, _catalog.Source.Count);
    }

    [Fact]
    public async Task SourceThatIsRefusedElsewhere_IsNoRefusalOfThisCall()
    {
        _limiter.Queues = false;
        _catalog.Source.Fails = _ => new CacheRateLimitException("another", "limiter", null);
        var call = _catalog.LimitedAsync(1);
        Advance(s_window);
        await Assert.ThrowsAsync<CacheRateLimitException>(() => call);
        var statistics = Assert.Single(_cache.GetStatistics().Methods);
        Assert.Equal((0, 1), (statistics.Refused, statistics.Errors));
    }
}
