using CacheGen.Conformance;
using Xunit;

namespace CacheGen.FusionCache.Tests.Conformance;

// Where FusionCache behaves differently by design, the test of the suite is replaced by one that shows how. docs/fusioncache.md
// lists the differences; there are no others.

public abstract class FusionRefreshTests<TEngine> : RefreshTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    /// <summary>FusionCache tries an eager refresh once for each value: after a failed one the next load is due at the end of the Ttl.</summary>
    [Fact]
    public override async Task FailedRefresh_LeavesTheValueAndTriesAgainAfterTheThrottle()
    {
        await Catalog.RefreshAsync(1);
        Advance(Minutes(5));
        Source.Fails = new InvalidOperationException("down");
        Assert.Equal("v1", await Catalog.RefreshAsync(1));
        await Eventually.TrueAsync(() => Cache.GetStatistics().Errors == 1, "the refresh has failed");

        Source.Fails = null;
        Advance(Seconds(30));
        Assert.Equal("v1", await Catalog.RefreshAsync(1));
        Assert.Equal(2, Source.Loads);
        Advance(Minutes(4) + Seconds(30));
        Assert.Equal("v3", await Catalog.RefreshAsync(1));
    }
}

public abstract class FusionStatisticsTests<TEngine> : StatisticsTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    /// <summary>Until the throttle is over FusionCache takes the stale value for a fresh one: those calls count as hits.</summary>
    [Fact]
    public override async Task StaleAnswersAndErrors_AreCounted()
    {
        await Catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        Source.Fails = new InvalidOperationException("down");
        await Catalog.FailSafeAsync(1);
        await Catalog.FailSafeAsync(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.FailSafeAsync(2));

        var method = Assert.Single(Cache.GetStatistics().Methods);
        Assert.Equal((1, 3, 1, 3, 2), (method.Hits, method.Misses, method.Stale, method.Loads, method.Errors));
    }
}
