using CacheGen.Conformance;
using CacheGen.Distributed;
using Microsoft.Extensions.Logging;
using Xunit;
using static CacheGen.FusionCache.Tests.Distributed.FallbackFixture;

namespace CacheGen.FusionCache.Tests.Distributed;

public sealed class FailoverTests
{
    private readonly FallbackFixture _f = new();

    [Fact]
    public async Task FailedRead_IsAnsweredByTheSecondaryInTheSameCall()
    {
        await _f.SetAsync("key", "value");
        _f.Primary.IsDown = true;

        Assert.Equal("value", await _f.GetAsync("key"));
        Assert.Equal("value", Text(_f.Cache.Get("key")));
        Assert.Equal(PrimaryState.Closed, _f.Cache.State);
    }

    [Fact]
    public async Task FailedWrite_IsTakenByTheSecondaryInTheSameCall()
    {
        await _f.SetAsync("removed", "old");
        _f.Primary.IsDown = true;

        await _f.SetAsync("key", "value");
        _f.Cache.Remove("removed");

        Assert.Equal("value", await _f.GetAsync("key"));
        Assert.Null(await _f.GetAsync("removed"));
    }

    [Fact]
    public async Task FailuresInARow_OpenTheCircuitAndThePrimaryIsLeftAlone()
    {
        _f.Primary.IsDown = true;
        await _f.GetAsync("key");
        await _f.GetAsync("key");
        Assert.Equal(PrimaryState.Closed, _f.Cache.State);
        await _f.GetAsync("key");
        Assert.Equal(PrimaryState.Open, _f.Cache.State);

        var calls = _f.Primary.Calls;
        await _f.SetAsync("key", "value");
        Assert.Equal("value", await _f.GetAsync("key"));
        await _f.Cache.RefreshAsync("key");
        await _f.Cache.RemoveAsync("key");
        Assert.Equal(calls, _f.Primary.Calls);
    }

    [Fact]
    public async Task SuccessBetweenFailures_KeepsTheCircuitClosed()
    {
        for (var round = 0; round < 10; round++)
        {
            _f.Primary.IsDown = true;
            await _f.GetAsync("key");
            await _f.GetAsync("key");
            _f.Primary.IsDown = false;
            await _f.GetAsync("key");
        }

        Assert.Equal(PrimaryState.Closed, _f.Cache.State);
        Assert.Empty(_f.Log.Above(LogLevel.Information));
    }

    [Fact]
    public async Task AfterTheBreak_OneOperationProbesAndItsFailureOpensAgain()
    {
        await _f.OpenAsync();
        _f.Clock.Advance(_f.Options.BreakDuration - TimeSpan.FromTicks(1));
        var calls = _f.Primary.Calls;
        await _f.GetAsync("key");
        Assert.Equal(calls, _f.Primary.Calls);

        _f.Clock.Advance(TimeSpan.FromTicks(1));
        await _f.Cache.ResynchroniseAsync();
        await _f.GetAsync("key");
        Assert.Equal(calls + 1, _f.Primary.Calls);
        await _f.GetAsync("key");
        Assert.Equal(calls + 1, _f.Primary.Calls);
        Assert.Equal(PrimaryState.Open, _f.Cache.State);
    }

    [Fact]
    public async Task WhileAProbeIsUnderWay_TheOthersAreAnsweredByTheSecondary()
    {
        await _f.SetAsync("key", "value");
        await _f.OpenAsync();
        _f.Mend();
        _f.Primary.Hangs = true;

        var probe = _f.Cache.GetAsync("key");
        Assert.Equal(PrimaryState.HalfOpen, _f.Cache.State);
        Assert.Equal("value", await _f.GetAsync("key"));
        Assert.False(probe.IsCompleted);

        _f.Primary.Hangs = false;
        _f.Primary.Release();
        Assert.Equal("value", Text(await probe));
        Assert.Equal(PrimaryState.Closed, _f.Cache.State);
    }

    [Fact]
    public async Task HangingPrimary_HoldsItsCallerNoLongerThanTheTimeout()
    {
        await _f.SetAsync("key", "value");
        _f.Primary.Hangs = true;
        for (var round = 1; round <= 3; round++)
        {
            var read = _f.Cache.GetAsync("key");
            _f.Clock.Advance(_f.Options.PrimaryTimeout - TimeSpan.FromTicks(1));
            Assert.False(read.IsCompleted);
            _f.Clock.Advance(TimeSpan.FromTicks(1));
            Assert.Equal("value", Text(await read));
        }

        Assert.Equal(PrimaryState.Open, _f.Cache.State);
        Assert.Equal("value", await _f.GetAsync("key"));
    }

    [Fact]
    public void SlowSynchronousPrimary_CountsAsFailure()
    {
        _f.Primary.Before = _ => _f.Clock.Advance(_f.Options.PrimaryTimeout * 2);
        for (var round = 0; round < 3; round++)
            _f.Cache.Get("key");

        Assert.Equal(PrimaryState.Open, _f.Cache.State);
    }

    [Fact]
    public async Task CallersCancellation_IsNoFailure()
    {
        _f.Primary.Hangs = true;
        for (var round = 0; round < 5; round++)
        {
            using var caller = new CancellationTokenSource();
            var read = _f.Cache.GetAsync("key", caller.Token);
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        }

        Assert.Equal(PrimaryState.Closed, _f.Cache.State);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _f.Cache.RemoveAsync("key", cancelled.Token));
    }

    [Fact]
    public async Task CallerWhoLeavesTheProbe_LeavesItToTheNext()
    {
        await _f.OpenAsync();
        _f.Mend();
        await _f.Cache.ResynchroniseAsync();
        _f.Primary.Hangs = true;
        using var caller = new CancellationTokenSource();
        var probe = _f.Cache.GetAsync("key", caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe);

        _f.Primary.Hangs = false;
        await _f.GetAsync("key");

        Assert.Equal(PrimaryState.Closed, _f.Cache.State);
    }

    [Fact]
    public async Task CallerWhoLeavesAWrite_DoesNotEndTheWrite()
    {
        _f.Primary.Hangs = true;
        using var caller = new CancellationTokenSource();
        var write = _f.Cache.SetAsync("key", Bytes("value"), For(Hour), caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);

        _f.Primary.Hangs = false;
        _f.Primary.Release();
        await Eventually.TrueAsync(() => _f.Secondary.Keys.Count == 1, "the write reached both stores");
        Assert.Equal("value", Text(_f.Primary.Peek("key")));
    }

    [Fact]
    public async Task BothDown_ThrowsWithBothReasons()
    {
        _f.Primary.IsDown = true;
        _f.Secondary.IsDown = true;

        var read = await Assert.ThrowsAsync<AggregateException>(() => _f.GetAsync("key"));
        var write = await Assert.ThrowsAsync<AggregateException>(() => _f.SetAsync("key", "value"));

        Assert.Equal(2, read.InnerExceptions.Count);
        Assert.Equal(2, write.InnerExceptions.Count);
    }

    [Fact]
    public async Task SecondaryDown_IsNotNoticedWhileThePrimaryAnswers()
    {
        _f.Secondary.IsDown = true;

        await _f.SetAsync("key", "value");
        await _f.Cache.RefreshAsync("key");
        Assert.Equal("value", await _f.GetAsync("key"));
        await _f.Cache.RemoveAsync("key");
        Assert.Null(await _f.GetAsync("key"));
    }

    [Fact]
    public async Task Outage_IsOneWarningAndOneLineAtItsEnd()
    {
        await _f.OpenAsync();
        await _f.SetAsync("a", "1");
        await _f.SetAsync("b", "2");
        _f.Clock.Advance(_f.Options.BreakDuration);
        await _f.Cache.ResynchroniseAsync();
        Assert.Single(_f.Log.Above(LogLevel.Information));

        _f.Mend();
        Assert.Equal(2, await _f.Cache.ResynchroniseAsync());
        await _f.GetAsync("a");

        string[] expected =
        [
            "Warning: The primary cache is down; the secondary is used",
            "Information: The primary cache is back; 2 keys that it missed were re-synchronised",
        ];
        Assert.Equal(expected, _f.Log.Above(LogLevel.Information));
    }
}
