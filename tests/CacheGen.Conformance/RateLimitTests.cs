using Xunit;

namespace CacheGen.Conformance;

public abstract class RateLimitTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly ScriptedLimiter _limiter = new();
    private readonly MethodCache _cache;
    private readonly LimitedCatalog _catalog;

    protected RateLimitTests()
    {
        var options = new CacheGenOptions { TimeProvider = Clock };
        options.RateLimiters.Add("other", new ScriptedLimiter());
        options.RateLimiters.Add("api", _limiter);
        _cache = Engine.Create(options);
        _catalog = new LimitedCatalog(_cache);
    }

    [Fact]
    public async Task Load_TakesALease_AndHitsTakeNone()
    {
        await _catalog.PlainAsync(1);
        await _catalog.PlainAsync(1);
        Assert.Equal(1, _limiter.Taken);
        await _catalog.PlainAsync(2);
        Assert.Equal(2, _limiter.Taken);
    }

    [Fact]
    public async Task CallersThatShareALoad_ShareItsLease()
    {
        _catalog.Source.Holds = true;
        var first = _catalog.PlainAsync(1);
        var load = await _catalog.Source.NextHeldAsync();
        var second = _catalog.PlainAsync(1);
        load.Answer("shared");
        Assert.Equal(("shared", "shared"), (await first, await second));
        Assert.Equal(1, _limiter.Taken);
    }

    [Fact]
    public async Task Lease_IsHeldWhileTheSourceRuns()
    {
        _catalog.Source.Holds = true;
        var caller = _catalog.PlainAsync(1);
        var load = await _catalog.Source.NextHeldAsync();
        Assert.Equal(1, _limiter.Held);
        load.Answer("done");
        await caller;
        Assert.Equal(0, _limiter.Held);
    }

    [Fact]
    public async Task LeaseOfAFailedLoad_IsGivenBack()
    {
        _catalog.Source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.PlainAsync(1));
        Assert.Equal((1, 0), (_limiter.Taken, _limiter.Held));
    }

    [Fact]
    public async Task Refusal_WithoutAStaleValue_SaysWhenToComeAgain()
    {
        _limiter.Refuses = true;
        _limiter.RetryAfter = TimeSpan.FromMilliseconds(1500);
        var exception = await Assert.ThrowsAsync<CacheRateLimitException>(() => _catalog.FailSafeAsync(1));
        Assert.Equal((TimeSpan.FromMilliseconds(1500), "api"), (exception.RetryAfter, exception.Limiter));
        Assert.Equal(
            "The rate limiter 'api' refused a load of CacheGen.Conformance.LimitedCatalog.FailSafeAsync(int), and there is no stale value to serve: try again in 1.5 s.",
            exception.Message);
        Assert.Equal(0, _catalog.Source.Loads);
        var statistics = _cache.GetStatistics();
        Assert.Equal((1, 1), (statistics.Refused, statistics.Errors));
    }

    [Fact]
    public async Task RefusalThatDoesNotSayWhen_HasNoRetryAfter()
    {
        _limiter.Refuses = true;
        var exception = await Assert.ThrowsAsync<CacheRateLimitException>(() => _catalog.PlainAsync(1));
        Assert.Null(exception.RetryAfter);
        Assert.EndsWith("try again later (the limiter does not say when).", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_ServesStale()
    {
        await _catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        _limiter.Refuses = true;
        Assert.Equal("v1", await _catalog.FailSafeAsync(1));
        Assert.Equal((1, 1), (_catalog.Source.Loads, _cache.GetStatistics().Stale));
    }

    [Fact]
    public async Task Refusal_ServesAStaleMissWhereItMay()
    {
        _catalog.Source.Answers = () => null;
        await _catalog.StaleMissAsync(1);
        Advance(Minutes(1));
        _limiter.Refuses = true;
        Assert.Null(await _catalog.StaleMissAsync(1));
        Assert.Equal((1, 1), (_catalog.Source.Loads, _cache.GetStatistics().Stale));
    }

    [Fact]
    public async Task WaitForALease_IsPartOfTheLoad()
    {
        _limiter.Queues = true;
        var first = _catalog.PlainAsync(1);
        var waiter = await _limiter.NextWaiterAsync();
        var second = _catalog.PlainAsync(1);
        Assert.Equal(0, _catalog.Source.Loads);
        waiter.LetIn();
        Assert.Equal(("v1", "v1"), (await first, await second));
        Assert.Equal(1, _limiter.Taken);
    }

    [Fact]
    public async Task SynchronousLoad_WaitsForItsLeaseToo()
    {
        _limiter.Queues = true;
        var caller = Task.Factory.StartNew(() => _catalog.Sync(1), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        (await _limiter.NextWaiterAsync()).LetIn();
        Assert.Equal("v1", await caller);
        Assert.Equal((1, 0), (_limiter.Taken, _limiter.Held));
    }

    [Fact]
    public async Task LastCallerToLeave_GivesUpTheWait()
    {
        _limiter.Queues = true;
        using var cancellation = new CancellationTokenSource();
        var caller = _catalog.PlainAsync(1, cancellation.Token);
        var waiter = await _limiter.NextWaiterAsync();
        Assert.False(waiter.Token.IsCancellationRequested);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        Assert.True(waiter.Token.IsCancellationRequested);
        Assert.Equal(0, _catalog.Source.Loads);
    }

    [Fact]
    public async Task CallerWhoLeavesOthers_LeavesThemTheirPlace()
    {
        _limiter.Queues = true;
        using var cancellation = new CancellationTokenSource();
        var leaver = _catalog.PlainAsync(1, cancellation.Token);
        var waiter = await _limiter.NextWaiterAsync();
        var other = _catalog.PlainAsync(1);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        waiter.LetIn();
        Assert.Equal("v1", await other);
    }

    [Fact]
    public async Task WaitForALease_CountsTowardsTheHardTimeout()
    {
        _limiter.Queues = true;
        var caller = _catalog.HardAsync(1);
        var waiter = await _limiter.NextWaiterAsync();
        Advance(Seconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => caller);
        await Eventually.TrueAsync(() => waiter.Token.IsCancellationRequested, "the wait is given up");
        Assert.Equal(0, _catalog.Source.Loads);
    }

    [Fact]
    public async Task WaitForALease_CountsTowardsTheSoftTimeout()
    {
        await _catalog.SoftAsync(1);
        Advance(Minutes(10));
        _limiter.Queues = true;
        var caller = _catalog.SoftAsync(1);
        var waiter = await _limiter.NextWaiterAsync();
        Advance(Seconds(1));
        Assert.Equal("v1", await caller);
        waiter.LetIn();
        await Eventually.TrueAsync(() => LimitedCatalog.Cache.Soft(_cache, 1).Peek(out var stored) && stored == "v2", "what was loaded behind is stored");
    }

    [Fact]
    public async Task Refresh_TakesALeaseBehindTheCaller()
    {
        await _catalog.RefreshAsync(1);
        Advance(Minutes(5));
        _limiter.Queues = true;
        Assert.Equal("v1", await _catalog.RefreshAsync(1));
        (await _limiter.NextWaiterAsync()).LetIn();
        await Eventually.TrueAsync(() => LimitedCatalog.Cache.Refresh(_cache, 1).Peek(out var stored) && stored == "v2", "the refresh is stored");
        await Eventually.TrueAsync(() => _limiter.Held == 0, "the lease is given back");
    }

    [Fact]
    public async Task RefusedRefresh_LeavesTheValue()
    {
        await _catalog.RefreshAsync(1);
        Advance(Minutes(5));
        _limiter.Refuses = true;
        Assert.Equal("v1", await _catalog.RefreshAsync(1));
        await Eventually.TrueAsync(() => _cache.GetStatistics().Refused == 1, "the refresh is refused");
        Assert.Equal("v1", await _catalog.RefreshAsync(1));
        Assert.Equal(1, _catalog.Source.Loads);
    }

    [Fact]
    public async Task UnknownLimiter_IsSaidWithThoseThereAre()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.MisspeltAsync(1));
        Assert.Equal(
            "CacheGen.Conformance.LimitedCatalog.MisspeltAsync(int) has RateLimit = \"apj\", but its cache knows no limiter of that name "
            + "(registered are 'api', 'other'). Did you mean 'api'? Add it with services.AddCacheGen().AddRateLimiter(\"apj\", …), or to CacheGenOptions.RateLimiters.",
            exception.Message);
    }
}
