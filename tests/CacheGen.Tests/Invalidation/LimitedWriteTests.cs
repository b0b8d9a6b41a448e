using CacheGen.Conformance;
using Xunit;

namespace CacheGen.Tests.Invalidation;

/// <summary>RateLimit on [Invalidates] and [Updates]: the engine has no part in it.</summary>
public sealed class LimitedWriteTests : IDisposable
{
    private readonly ScriptedLimiter _limiter = new();
    private readonly CacheGenOptions _options = new();
    private readonly MethodCache _cache;
    private readonly LimitedWrites _writes;

    public LimitedWriteTests()
    {
        _options.RateLimiters.Add("api", _limiter);
        _options.RateLimiters.Add("other", new ScriptedLimiter());
        _cache = MethodCache.CreateInProcess(_options);
        _writes = new LimitedWrites(_cache, _limiter);
    }

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public async Task Write_HoldsALeaseWhileItsSourceRuns()
    {
        _writes.Source.Holds = true;
        var caller = _writes.SaveAsync(1);
        var write = await _writes.Source.NextHeldAsync();
        Assert.Equal((1, 1), (_limiter.Taken, _limiter.Held));
        write.Answer("done");
        await caller;
        Assert.Equal((1, 0), (_limiter.Taken, _limiter.Held));
    }

    [Fact]
    public async Task Lease_IsGivenBackBeforeTheCacheIsChanged()
    {
        await _writes.SeeAsync(_writes.Look(1));
        Assert.Equal((1, 0), (_limiter.Taken, _writes.HeldAtChange));
    }

    [Fact]
    public async Task LeaseOfAFailedWrite_IsGivenBack_AndNothingIsInvalidated()
    {
        var entry = Cached(1);
        _writes.Source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _writes.SaveAsync(1));
        Assert.Throws<InvalidOperationException>(() => _writes.Save(1));
        Assert.Equal((2, 0), (_limiter.Taken, _limiter.Held));
        Assert.True(entry.Peek(out _));
    }

    [Fact]
    public async Task RefusedWrite_CallsNothing_InvalidatesNothing_AndSaysWhenToComeAgain()
    {
        var entry = Cached(1);
        _limiter.Refuses = true;
        _limiter.RetryAfter = TimeSpan.FromMilliseconds(1500);
        var refusal = await Assert.ThrowsAsync<CacheRateLimitException>(() => _writes.SaveAsync(1));
        Assert.Equal("The rate limiter 'api' refused a call of CacheGen.Tests.Invalidation.LimitedWrites.SaveAsync(int): try again in 1.5 s.", refusal.Message);
        Assert.Equal(
            ("CacheGen.Tests.Invalidation.LimitedWrites.SaveAsync(int)", "api", TimeSpan.FromMilliseconds(1500)),
            (refusal.Method, refusal.Limiter, refusal.RetryAfter));
        _limiter.RetryAfter = null;
        Assert.Null((await Assert.ThrowsAsync<CacheRateLimitException>(() => _writes.RenameAsync(1).AsTask())).RetryAfter);
        Assert.Throws<CacheRateLimitException>(() => _writes.Save(1));
        Assert.Equal(0, _writes.Source.Loads);
        Assert.True(entry.Peek(out var stored) && stored == "old");
        // No load was refused.
        Assert.Equal(0, _cache.GetStatistics().Refused);
    }

    [Fact]
    public async Task WriteThatWaits_ChangesTheCacheWhenItWasLetIn()
    {
        var entry = Cached(1);
        _limiter.Queues = true;
        var caller = _writes.RenameAsync(1);
        var waiter = await _limiter.NextWaiterAsync();
        Assert.Equal(0, _writes.Source.Loads);
        Assert.True(entry.Peek(out var stored) && stored == "old");
        waiter.LetIn();
        Assert.Equal("v1", await caller);
        Assert.True(entry.Peek(out stored) && stored == "v1");
    }

    [Fact]
    public async Task CallersToken_EndsTheWait()
    {
        var entry = Cached(1);
        _limiter.Queues = true;
        using var cancellation = new CancellationTokenSource();
        var caller = _writes.SaveAsync(1, cancellation.Token);
        var waiter = await _limiter.NextWaiterAsync();
        Assert.Equal(cancellation.Token, waiter.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        Assert.Equal(0, _writes.Source.Loads);
        Assert.True(entry.Peek(out _));
    }

    [Fact]
    public async Task SynchronousWrite_BlocksUntilItIsLetIn()
    {
        var entry = Cached(1);
        _limiter.Queues = true;
        var caller = Task.Factory.StartNew(() => _writes.Save(1), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var waiter = await _limiter.NextWaiterAsync();
        Assert.Equal(0, _writes.Source.Loads);
        waiter.LetIn();
        Assert.Equal("v1", await caller);
        Assert.Equal((1, 0), (_limiter.Taken, _limiter.Held));
        Assert.False(entry.Peek(out _));
    }

    [Fact]
    public async Task UnknownLimiter_IsSaidAsForLoads()
    {
        var entry = Cached(1);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => _writes.MisspeltAsync(1));
        Assert.Equal(
            "CacheGen.Tests.Invalidation.LimitedWrites.MisspeltAsync(int) has RateLimit = \"apj\", but its cache knows no limiter of that name "
            + "(registered are 'api', 'other'). Did you mean 'api'? Add it with services.AddCacheGen().AddRateLimiter(\"apj\", …), or to CacheGenOptions.RateLimiters.",
            exception.Message);
        Assert.Equal(0, _writes.Source.Loads);
        Assert.True(entry.Peek(out _));
    }

    [Fact]
    public async Task DefaultOfTheType_IsNoLimitOfItsWrites()
    {
        // Nobody has registered "reads".
        await _writes.FreelyAsync(1);
        Assert.Equal((1, 0), (_writes.Source.Loads, _limiter.Taken));
    }

    [Fact]
    public async Task CacheThatIsNone_TakesNoLease()
    {
        var writes = new LimitedWrites(MethodCache.None, _limiter);
        await writes.SaveAsync(1);
        await writes.MisspeltAsync(1);
        Assert.Equal("v3", writes.Save(1));
        Assert.Equal(0, _limiter.Taken);
    }

    [Fact]
    public async Task CacheThatIsSwitchedOff_LimitsItsWritesStill()
    {
        _options.Enabled = false;
        _cache.Configure(_options);
        await _writes.SaveAsync(1);
        Assert.Equal(1, _limiter.Taken);
    }

    [Fact]
    public async Task WriteInATransaction_TakesItsLeaseAtOnce_AndChangesTheCacheAtTheCommit()
    {
        var entry = Cached(1);
        await using var scope = _cache.BeginInvalidationScope();
        await _writes.SaveAsync(1);
        Assert.Equal((1, 0), (_limiter.Taken, _limiter.Held));
        Assert.True(entry.Peek(out _));
        await scope.CompleteAsync();
        Assert.False(entry.Peek(out _));
    }

    [Fact]
    public async Task MethodWithoutASource_IsHeldBackByATransactionLikeAnyOther()
    {
        var entry = Cached(1);
        await using (_cache.BeginInvalidationScope())
            await _writes.ForgetAsync(1);
        Assert.True(entry.Peek(out _));
        await using (var scope = _cache.BeginInvalidationScope())
        {
            await _writes.ForgetAsync(1);
            Assert.True(entry.Peek(out _));
            await scope.CompleteAsync();
        }

        Assert.False(entry.Peek(out _));
    }

    [Fact]
    public async Task MethodWithoutASource_InvalidatesWhateverItsToken()
    {
        var entry = Cached(1);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await _writes.ForgetAsync(1, cancelled.Token);
        Assert.False(entry.Peek(out _));
        Assert.Equal(0, _writes.Source.Loads);
    }

    private CacheHandle<string?> Cached(int id)
    {
        var entry = LimitedWrites.Cache.Get(_cache, id);
        entry.Set("old");
        return entry;
    }
}
