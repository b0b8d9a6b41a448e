using Xunit;

namespace CacheGen.Conformance;

public abstract class RefreshTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task HitAfterRefreshAfter_ServesTheOldValueAndReloadsBehind()
    {
        await Catalog.RefreshAsync(1);
        Advance(Minutes(5));
        Source.Holds = true;
        Assert.Equal("v1", await Catalog.RefreshAsync(1));
        (await Source.NextHeldAsync()).Answer("new");
        await StoredAsync("new");
        Assert.Equal("new", await Catalog.RefreshAsync(1));
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task HitsDuringARefresh_StartNoOther()
    {
        await Catalog.RefreshAsync(1);
        Advance(Minutes(5));
        Source.Holds = true;
        for (var call = 0; call < 10; call++)
            Assert.Equal("v1", await Catalog.RefreshAsync(1));
        (await Source.NextHeldAsync()).Answer("new");
        await StoredAsync("new");
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task RefreshedValue_StartsAWholeTtl()
    {
        await Catalog.RefreshAsync(1);
        Advance(Minutes(5));
        Source.Answers = () => "new";
        await Catalog.RefreshAsync(1);
        await StoredAsync("new");
        Advance(Minutes(10) - Precision);
        Assert.True(Catalog.Cache.Refresh(Cache, 1).Peek(out _));
    }

    [Fact]
    public virtual async Task FailedRefresh_LeavesTheValueAndTriesAgainAfterTheThrottle()
    {
        await Catalog.RefreshAsync(1);
        Advance(Minutes(5));
        Source.Fails = new InvalidOperationException("down");
        Assert.Equal("v1", await Catalog.RefreshAsync(1));
        await Eventually.TrueAsync(() => Cache.GetStatistics().Errors == 1, "the refresh has failed");
        Assert.Equal("v1", await Catalog.RefreshAsync(1));
        Assert.Equal(2, Source.Loads);

        Source.Fails = null;
        Advance(Seconds(30));
        Assert.Equal("v1", await Catalog.RefreshAsync(1));
        await StoredAsync("v3");
    }

    [Fact]
    public async Task RefreshThatIsOvertakenByExpiry_IsJoined()
    {
        await Catalog.RefreshAsync(1);
        Advance(Minutes(5));
        Source.Holds = true;
        await Catalog.RefreshAsync(1);
        var load = await Source.NextHeldAsync();
        Advance(Minutes(5));
        var caller = Catalog.RefreshAsync(1);
        Assert.False(caller.IsCompleted);
        load.Answer("new");
        Assert.Equal("new", await caller);
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task HungRefreshOfAnExpiredValue_EndsWithItsLastCaller()
    {
        await Catalog.RefreshAsync(1);
        Advance(Minutes(5));
        Source.Holds = true;
        await Catalog.RefreshAsync(1);
        var hung = await Source.NextHeldAsync();
        Advance(Minutes(5));
        using var cancellation = new CancellationTokenSource();
        var caller = Catalog.RefreshAsync(1, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        Assert.True(hung.Token.IsCancellationRequested);
        Source.Holds = false;
        Assert.Equal("v3", await Catalog.RefreshAsync(1));
    }

    [Fact]
    public async Task RemovalDuringARefresh_Wins()
    {
        await Catalog.RefreshAsync(1);
        Advance(Minutes(5));
        Source.Holds = true;
        await Catalog.RefreshAsync(1);
        var refresh = await Source.NextHeldAsync();
        await Catalog.Cache.Refresh(Cache, 1).RemoveAsync();
        var caller = Catalog.RefreshAsync(1);
        var load = await Source.NextHeldAsync();
        refresh.Answer("read before the removal");
        load.Answer("read after the removal");
        Assert.Equal("read after the removal", await caller);
        Assert.Equal("read after the removal", await Catalog.RefreshAsync(1));
    }

    [Fact]
    public async Task Refresh_DoesNotCarryTheCallersExecutionContext()
    {
        await Catalog.RefreshAsync(1);
        Advance(Minutes(5));
        var ambient = new AsyncLocal<string?> { Value = "request" };
        string? seen = "not called";
        Source.OnLoad = () => seen = ambient.Value;
        await Catalog.RefreshAsync(1);
        await StoredAsync("v2");
        Assert.Null(seen);
    }

    private Task StoredAsync(string value) => Eventually.TrueAsync(
        () => Catalog.Cache.Refresh(Cache, 1).Peek(out var stored) && stored == value, $"{value} is stored");
}
