using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CacheGen.Conformance;

/// <summary>Features that meet in one method.</summary>
public abstract class TogetherTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly ScriptedLimiter _limiter = new();
    private readonly MethodCache _cache;
    private readonly TogetherCatalog _catalog;

    protected TogetherTests()
    {
        _cache = Engine.Create(Options());
        _catalog = new TogetherCatalog(_cache);
    }

    [Fact]
    public async Task RefusedHitOfALimitedMethod_IsOneMiss()
    {
        await _catalog.ValidAsync(1);
        Advance(Minutes(5));
        _catalog.Source.Holds = true;
        var refused = false;
        _catalog.Valid = value =>
        {
            refused |= value == "v1";
            return value != "v1";
        };
        var caller = _catalog.ValidAsync(1);
        // The refresh, and with some luck the load that takes its place.
        _ = AnswerAllAsync();
        Assert.Equal("new", await caller);
        Assert.True(refused);
        var statistics = Assert.Single(_cache.GetStatistics().Methods);
        Assert.Equal((0, 2), (statistics.Hits, statistics.Misses));
    }

    [Fact]
    public async Task NobodyElsesCall_IsAskedAboutByNone()
    {
        var options = Options();
        options.Enabled = false;
        await CallersWhoShareNothingAsync(new TogetherCatalog(Engine.Create(options)));
        await CallersWhoShareNothingAsync(new TogetherCatalog(MethodCache.None));
    }

    [Fact]
    public async Task FailedResultAfterThreeRefusals_IsTheCallersAndAnError()
    {
        await _catalog.ValidOrFailedAsync(1);
        var handle = TogetherCatalog.Cache.ValidOrFailed(_cache, 1);
        _catalog.Valid = _ => false;
        // Another caller's value comes in each time, before the load can begin.
        var writes = 0;
        _catalog.Source.Answers = () => "error";
        _limiter.OnAcquire = () =>
        {
            if (writes++ < 10)
                handle.Set($"w{writes}");
        };
        Assert.Equal("error", await _catalog.ValidOrFailedAsync(1));
        var statistics = Assert.Single(_cache.GetStatistics().Methods);
        Assert.True(statistics.Errors > 0);
        Assert.Equal(0, _limiter.Held);
    }

    [Fact]
    public async Task KeyThatIsInvalidatedInItsWindow_IsAskedForOnce()
    {
        var first = _catalog.WindowAsync(1);
        await Eventually.TrueAsync(() => _cache.GetStatistics().Loads == 1, "the first load has begun");
        await TogetherCatalog.Cache.Window(_cache, 1).RemoveAsync();
        var second = _catalog.WindowAsync(1);
        await Eventually.TrueAsync(() => _cache.GetStatistics().Loads == 2, "the second load has begun");
        await PassWindowAsync(Task.WhenAll(first, second));
        Assert.Equal("1", _catalog.Many.Calls.Split(' ')[0]);
        Assert.Equal(0, _limiter.Held);
    }

    [Fact]
    public async Task CallersWithoutACache_AskAWindowsSourceOnce()
    {
        // Its windows go by the system's clock: on a busy machine the second call may come when the first one's is over.
        var catalog = new TogetherCatalog(MethodCache.None);
        string?[] both;
        var attempts = 0;
        do
            both = await Task.WhenAll(catalog.WindowAsync(1), catalog.WindowAsync(1));
        while (both[0] != both[1] && ++attempts < 100);
        Assert.StartsWith("1.", both[0], StringComparison.Ordinal);
        Assert.Equal(both[0], both[1]);
        Assert.Equal(0, _limiter.Taken);
    }

    [Fact]
    public async Task WindowThatAllHaveLeft_TakesNoLease()
    {
        using var cancellation = new CancellationTokenSource();
        var calls = new[] { _catalog.WindowAsync(1, cancellation.Token), _catalog.WindowAsync(2, cancellation.Token) };
        await Eventually.TrueAsync(() => _cache.GetStatistics().Loads == 2, "the loads have begun");
        await cancellation.CancelAsync();
        foreach (var call in calls)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Advance(TimeSpan.FromMilliseconds(5));
        Assert.Equal((0, 0), (_limiter.Taken, _catalog.Many.Count));
    }

    [Fact]
    public async Task RefusedChunks_ServeStaleOrSaySo_AndCountItems()
    {
        await _catalog.LimitedAsync([1, 2, 3]);
        Assert.Equal((2, 0), (_limiter.Taken, _limiter.Held));
        Advance(Minutes(10));
        _limiter.Refuses = true;
        Assert.Equal(3, (await _catalog.LimitedAsync([1, 2, 3])).Count);
        await Assert.ThrowsAsync<CacheRateLimitException>(() => _catalog.LimitedAsync([1, 2, 4, 5, 6]));
        var statistics = Assert.Single(_cache.GetStatistics().Methods);
        Assert.Equal(statistics.Errors, statistics.Refused);
        Assert.Equal(2, _catalog.Many.Count);
    }

    [Fact]
    public async Task CancelledChunk_LeavesTheQueue()
    {
        _limiter.Queues = true;
        using var cancellation = new CancellationTokenSource();
        var call = _catalog.LimitedAsync([1, 2], cancellation.Token);
        var waiter = await _limiter.NextWaiterAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(waiter.Token.IsCancellationRequested);
        Assert.Equal((0, 0), (_limiter.Held, _catalog.Many.Count));
    }

    [Fact]
    public async Task MisspeltLimiterOfABatch_IsNotHiddenByAStaleValue()
    {
        await TogetherCatalog.Cache.Misspelt(_cache, 1).SetAsync("1");
        Advance(Minutes(10));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.MisspeltAsync([1]));
    }

    [Fact]
    public async Task SynchronousBatch_WaitsForItsLeaseOnItsOwnThread()
    {
        if (!Engine.LoadsOnTheCallersThread)
            return;
        _limiter.Queues = true;
        var thread = 0;
        var call = Task.Factory.StartNew(
            () =>
            {
                thread = Environment.CurrentManagedThreadId;
                return _catalog.Sync([1, 2]);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        (await _limiter.NextWaiterAsync()).LetIn();
        Assert.Equal(2, (await call).Count);
        Assert.Equal([thread], _catalog.Threads);
        Assert.Equal(0, _limiter.Held);
    }

    [Fact]
    public async Task ItemsOfABatch_AreJudgedEachForItself()
    {
        await _catalog.ManyJudgedAsync([1, 2, 3, 4, 5]);
        Advance(Minutes(10));
        _catalog.Judged = id => id switch { 1 => "error", 2 => "half?", 3 => "none", 4 => "long", _ => "new" };
        var found = await _catalog.ManyJudgedAsync([1, 2, 3, 4, 5, 6]);
        Assert.Equal("1 half? none long new new", string.Join(" ", found.Values));
        Advance(Minutes(15));
        _catalog.Fails = new InvalidOperationException("down");
        Assert.Equal("1 2 long new", string.Join(" ", (await _catalog.ManyJudgedAsync([1, 2, 4, 5])).Values));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.ManyJudgedAsync([3]));

        Advance(Minutes(10));
        _catalog.Fails = new KeyNotFoundException();
        await Assert.ThrowsAsync<KeyNotFoundException>(() => _catalog.ManyJudgedAsync([1, 5]));
        _catalog.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.ManyJudgedAsync([5]));
    }

    [Fact]
    public async Task FailedResultOfABatchsNewItem_IsTheCallers()
    {
        _catalog.Judged = id => id == 1 ? "error" : "fine";
        Assert.Equal("error fine", string.Join(" ", (await _catalog.ManyJudgedAsync([1, 2])).Values));
        Assert.False(TogetherCatalog.Cache.Judged(_cache, 1).Peek(out _));
        var statistics = Assert.Single(_cache.GetStatistics().Methods);
        Assert.Equal((0, 2, 2, 1), (statistics.Hits, statistics.Misses, statistics.Loads, statistics.Errors));
    }

    [Fact]
    public async Task UpdateThatStoreWhenRefuses_RemovesTheEntry()
    {
        await _catalog.JudgedAsync(1);
        Assert.Equal("half?", _catalog.Put(1, "half?"));
        Assert.False(TogetherCatalog.Cache.Judged(_cache, 1).Peek(out _));
        Assert.Equal("kept", _catalog.Put(1, "kept"));
        Assert.Equal("kept", (await _catalog.ManyJudgedAsync([1]))[1]);
    }

    [Fact]
    public async Task SwitchedOffWhileABatchIsUnderWay_AnswersIt()
    {
        _catalog.Many.Holds = true;
        var call = _catalog.LimitedAsync([1, 2, 3]);
        var chunk = await _catalog.Many.NextHeldAsync();
        var options = Options();
        options.Enabled = false;
        _cache.Configure(options);
        chunk.End();
        (await _catalog.Many.NextHeldAsync()).End();
        Assert.Equal(3, (await call).Count);
        Assert.Equal((2, 0), (_limiter.Taken, _limiter.Held));
        _cache.Configure(Options());
        Assert.Equal(3, (await _catalog.LimitedAsync([1, 2, 3])).Count);
        Assert.Equal(2, _catalog.Many.Count);
    }

    [Fact]
    public async Task RefusedLongStream_IsAnError()
    {
        await ReadAsync();
        Assert.Equal((1, 0), (_limiter.Taken, _limiter.Held));
        _limiter.Refuses = true;
        await Assert.ThrowsAsync<CacheRateLimitException>(ReadAsync);
        var statistics = Assert.Single(_cache.GetStatistics().Methods);
        Assert.Equal((1, 1), (statistics.Refused, statistics.Errors));
    }

    [Fact]
    public async Task LongStream_KeepsItsLeaseUntilItHasBeenRead()
    {
        await using (var stream = _catalog.StreamAsync(1).GetAsyncEnumerator())
        {
            Assert.True(await stream.MoveNextAsync());
            Assert.Equal((1, 1), (_limiter.Taken, _limiter.Held));
        }

        Assert.Equal((1, 0), (_limiter.Taken, _limiter.Held));
        _catalog.Streams.FailsBefore = 2;
        await Assert.ThrowsAsync<InvalidOperationException>(ReadAsync);
        Assert.Equal((2, 0), (_limiter.Taken, _limiter.Held));
    }

    [Fact]
    public void IteratorOfABatch_RunsInItsScopeAndWithItsLease()
    {
        var sessions = new Sessions();
        var source = new ScriptedSource();
        MethodCache? cache = null;
        using var services = new ServiceCollection()
            .AddSingleton(source).AddSingleton(sessions).AddScoped<Session>().AddScoped<RequestedBatches>().AddSingleton(_ => cache!)
            .BuildServiceProvider(validateScopes: true);
        var options = Options();
        options.Services = services;
        cache = Engine.Create(options);
        var held = new List<int>();
        source.OnLoad = () => held.Add(_limiter.Held);
        using var request = services.CreateScope();
        Assert.Equal(2, request.ServiceProvider.GetRequiredService<RequestedBatches>().Lazy([1, 2]).Count);
        Assert.Equal([1, 1], held);
        Assert.Equal((1, 0), (sessions.Ended, _limiter.Held));
    }

    [Fact]
    public async Task FailureOfALoadThatAllHaveLeft_IsNobodysToObserve()
    {
        var failure = new InvalidOperationException("after the end");
        var isUnobserved = false;
        void Look(object? sender, UnobservedTaskExceptionEventArgs e) => isUnobserved |= e.Exception.InnerExceptions.Contains(failure);
        TaskScheduler.UnobservedTaskException += Look;
        try
        {
            await LeaveAsync(failure);
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            Assert.False(isUnobserved);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Look;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task LeaveAsync(Exception failure)
    {
        Source.Holds = true;
        using var cancellation = new CancellationTokenSource();
        var caller = Catalog.PlainAsync(1, cancellation.Token);
        var load = await Source.NextHeldAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        await Eventually.TrueAsync(() => load.Token.IsCancellationRequested, "the load is cancelled");
        load.Fail(failure);
        // Through the source's own continuations.
        for (var i = 0; i < 100; i++)
            await Task.Yield();
    }

    private static async Task CallersWhoShareNothingAsync(TogetherCatalog catalog)
    {
        catalog.Source.Holds = true;
        catalog.Valid = _ => false;
        var first = catalog.ValidAsync(1);
        var load = await catalog.Source.NextHeldAsync();
        var second = catalog.ValidAsync(1);
        (await catalog.Source.NextHeldAsync()).Answer("second");
        Assert.Equal("second", await second);
        load.Answer("first");
        Assert.Equal("first", await first.WaitAsync(Eventually.Patience));
        Assert.Equal(2, catalog.Source.Loads);
    }

    private async Task AnswerAllAsync()
    {
        for (var i = 0; i < 2; i++)
            (await _catalog.Source.NextHeldAsync()).Answer("new");
    }

    private async Task ReadAsync()
    {
        await foreach (var _ in _catalog.StreamAsync(1))
        {
        }
    }

    private async Task PassWindowAsync(Task calls)
    {
        while (!calls.IsCompleted)
        {
            Advance(TimeSpan.FromMilliseconds(5));
            await Task.Yield();
        }

        await calls;
    }

    private CacheGenOptions Options()
    {
        var options = new CacheGenOptions { TimeProvider = Clock };
        options.RateLimiters.Add("api", _limiter);
        return options;
    }
}
