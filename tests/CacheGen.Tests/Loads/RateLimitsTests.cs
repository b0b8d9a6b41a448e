using System.Threading.RateLimiting;
using CacheGen.Testing;
using Xunit;

namespace CacheGen.Tests.Loads;

public class RateLimitsTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Every_KeepsTheDistance()
    {
        using var limiter = RateLimits.Every(Seconds(2)).Build(_clock);
        Assert.True((await limiter.AcquireAsync()).IsAcquired);
        var second = limiter.AcquireAsync().AsTask();
        var third = limiter.AcquireAsync().AsTask();
        _clock.Advance(Seconds(2) - TimeSpan.FromMilliseconds(1));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True((await second).IsAcquired);
        _clock.Advance(Seconds(1));
        Assert.False(third.IsCompleted);
        _clock.Advance(Seconds(1));
        Assert.True((await third).IsAcquired);
    }

    [Fact]
    public async Task Every_CountsFromTheLastOne_NotFromAGridOfTimes()
    {
        using var limiter = RateLimits.Every(Seconds(2)).Queue(0).Build(_clock);
        _clock.Advance(TimeSpan.FromMilliseconds(1900));
        Assert.True((await limiter.AcquireAsync()).IsAcquired);
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.False((await limiter.AcquireAsync()).IsAcquired);
    }

    [Fact]
    public void AtMost_HoldsInAnySpan()
    {
        using var limiter = RateLimits.AtMost(3, per: TimeSpan.FromMinutes(1)).Build(_clock);
        var random = new Random(20261121);
        var times = new List<TimeSpan>();
        var start = _clock.GetTimestamp();
        for (var i = 0; i < 2000; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(random.Next(0, 30)));
            if (limiter.AttemptAcquire().IsAcquired)
                times.Add(_clock.GetElapsedTime(start));
        }

        Assert.True(times.Count > 500);
        Assert.All(times.Zip(times.Skip(3)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task SeveralLimits_HoldTogether()
    {
        using var limiter = RateLimits.Every(Seconds(2)).AtMost(3, per: TimeSpan.FromMinutes(1)).Queue(0).Build(_clock);
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await limiter.AcquireAsync()).IsAcquired);
            Assert.False((await limiter.AcquireAsync()).IsAcquired);
            _clock.Advance(Seconds(2));
        }

        Assert.False((await limiter.AcquireAsync()).IsAcquired);
        _clock.Advance(Seconds(54));
        Assert.True((await limiter.AcquireAsync()).IsAcquired);
    }

    [Fact]
    public async Task Refusal_UsesNothingUp()
    {
        using var limiter = RateLimits.Every(Seconds(2)).AtMost(2, per: TimeSpan.FromMinutes(1)).Queue(0).Build(_clock);
        Assert.True((await limiter.AcquireAsync()).IsAcquired);
        for (var i = 0; i < 10; i++)
            Assert.False((await limiter.AcquireAsync()).IsAcquired);
        _clock.Advance(Seconds(2));
        Assert.True((await limiter.AcquireAsync()).IsAcquired);
    }

    [Fact]
    public async Task Refusal_SaysWhen()
    {
        using var limiter = RateLimits.AtMost(2, per: TimeSpan.FromMinutes(1)).Queue(0).Build(_clock);
        await limiter.AcquireAsync();
        _clock.Advance(Seconds(10));
        await limiter.AcquireAsync();
        Assert.True((await limiter.AcquireAsync()).TryGetMetadata(MetadataName.RetryAfter, out var after));
        Assert.Equal(Seconds(50), after);
    }

    [Fact]
    public async Task Queue_IsBounded_AndServedInOrder()
    {
        using var limiter = RateLimits.Every(Seconds(1)).Queue(2).Build(_clock);
        await limiter.AcquireAsync();
        var first = limiter.AcquireAsync().AsTask();
        var second = limiter.AcquireAsync().AsTask();
        Assert.False((await limiter.AcquireAsync()).IsAcquired);
        _clock.Advance(Seconds(1));
        Assert.True((await first).IsAcquired);
        Assert.False(second.IsCompleted);
        Assert.False(limiter.AttemptAcquire().IsAcquired);
        _clock.Advance(Seconds(1));
        Assert.True((await second).IsAcquired);
        Assert.Equal(0, _clock.PendingTimers);
    }

    [Fact]
    public async Task WhoLeavesTheQueue_GivesHisPlaceToTheNext()
    {
        using var limiter = RateLimits.Every(Seconds(1)).Queue(2).Build(_clock);
        await limiter.AcquireAsync();
        using var cancellation = new CancellationTokenSource();
        var first = limiter.AcquireAsync(1, cancellation.Token).AsTask();
        var second = limiter.AcquireAsync().AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _clock.Advance(Seconds(1));
        Assert.True((await second).IsAcquired);
    }

    [Fact]
    public async Task QueueThatHasBecomeEmpty_WakesAgain()
    {
        using var limiter = RateLimits.Every(Seconds(1)).Build(_clock);
        await limiter.AcquireAsync();
        using (var cancellation = new CancellationTokenSource())
        {
            var leaver = limiter.AcquireAsync(1, cancellation.Token).AsTask();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        }

        _clock.Advance(Seconds(5));
        await limiter.AcquireAsync();
        var later = limiter.AcquireAsync().AsTask();
        Assert.False(later.IsCompleted);
        _clock.Advance(Seconds(1));
        Assert.True((await later).IsAcquired);
    }

    [Fact]
    public async Task AtATime_CountsThoseUnderWay()
    {
        using var limiter = RateLimits.AtATime(2).Build(_clock);
        var first = await limiter.AcquireAsync();
        await limiter.AcquireAsync();
        var third = limiter.AcquireAsync().AsTask();
        Assert.False(third.IsCompleted);
        first.Dispose();
        Assert.True((await third).IsAcquired);
    }

    [Fact]
    public async Task PlaceOfOneWhomThePaceRefuses_IsGivenBack()
    {
        using var limiter = RateLimits.AtATime(1).Every(Seconds(1)).Queue(0).Build(_clock);
        (await limiter.AcquireAsync()).Dispose();
        Assert.False((await limiter.AcquireAsync()).IsAcquired);
        _clock.Advance(Seconds(1));
        Assert.True((await limiter.AcquireAsync()).IsAcquired);
    }

    [Fact]
    public async Task Disposal_RefusesThoseWhoWait()
    {
        var limiter = RateLimits.AtATime(2).Every(Seconds(1)).Build(_clock);
        await limiter.AcquireAsync();
        var waiting = limiter.AcquireAsync().AsTask();
        await limiter.DisposeAsync();
        Assert.False((await waiting).IsAcquired);
        Assert.Equal(0, _clock.PendingTimers);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => limiter.AcquireAsync().AsTask());
    }

    [Fact]
    public async Task Statistics_AreKept()
    {
        using var limiter = RateLimits.AtMost(2, per: Seconds(1)).Queue(1).Build(_clock);
        Assert.Equal(TimeSpan.Zero, limiter.IdleDuration);
        await limiter.AcquireAsync();
        await limiter.AcquireAsync();
        _ = limiter.AcquireAsync().AsTask();
        await limiter.AcquireAsync();
        var statistics = limiter.GetStatistics()!;
        Assert.Equal((0, 1, 2, 1), (statistics.CurrentAvailablePermits, statistics.CurrentQueuedCount, statistics.TotalSuccessfulLeases, statistics.TotalFailedLeases));
        Assert.Null(limiter.IdleDuration);
    }

    [Fact]
    public void NonsenseIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RateLimits.Every(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateLimits.AtMost(0, Seconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateLimits.AtATime(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateLimits.AtATime(1).Queue(-1));
        using var limiter = RateLimits.AtMost(5, Seconds(1)).Build(_clock);
        Assert.Throws<ArgumentOutOfRangeException>(() => limiter.AttemptAcquire(2));
    }

    [Fact]
    public void PlanIsAValue()
    {
        var plan = RateLimits.AtMost(1, per: Seconds(1)).Queue(0);
        _ = plan.AtMost(1, per: TimeSpan.FromHours(1));
        using var limiter = plan.Build(_clock);
        Assert.True(limiter.AttemptAcquire().IsAcquired);
        _clock.Advance(Seconds(1));
        Assert.True(limiter.AttemptAcquire().IsAcquired);
    }

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);
}
