using CacheGen.Conformance;
using Xunit;

namespace CacheGen.FusionCache.Tests.Front;

/// <summary>What hits allocate: of ours, nothing but the Task that FusionCache does not keep.</summary>
public sealed class FrontAllocationTests
{
    private static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    [Fact]
    public void HitInTheFront_AllocatesNothing()
    {
        using var fixture = new FrontFixture(s_window);
        Assert.Equal(0, AllocatedBy(fixture, static catalog => catalog.Sync(1)));
        Assert.Equal(0, AllocatedBy(fixture, static catalog => catalog.PlainAsync(1).Result));
        Assert.Equal(0, AllocatedBy(fixture, static catalog => catalog.RefreshAsync(1).Result));
        Assert.Equal(0, AllocatedBy(fixture, static catalog =>
        {
            var hit = catalog.ValueTaskAsync(1);
            return hit.IsCompletedSuccessfully ? hit.Result : "";
        }));
    }

    [Fact]
    public void HitInFusionCache_AllocatesTheTaskAlone()
    {
        using var fixture = new FrontFixture(window: null);
        var task = AllocatedBy(fixture, static _ => Task.FromResult<string?>("v1").Result);
        Assert.Equal(AllocatedByFusionCache(fixture, "catalog:sync:1"), AllocatedBy(fixture, static catalog => catalog.Sync(1)));
        Assert.Equal(task + AllocatedByFusionCache(fixture, "catalog:plain:1"), AllocatedBy(fixture, static catalog => catalog.PlainAsync(1).Result));
    }

    // It puts its own prefix before each key anew.
    private static long AllocatedByFusionCache(FrontFixture fixture, string key)
    {
        var options = fixture.Fusion.CreateEntryOptions();
        return AllocatedBy(fixture, _ => fixture.Fusion.TryGet<string?>(key, options).HasValue ? key : null);
    }

    private static long AllocatedBy(FrontFixture fixture, Func<Catalog, string?> call)
    {
        for (var warmUp = 0; warmUp < 100; warmUp++)
            call(fixture.Catalog);
        // What the runtime itself does on this thread, when it compiles a method anew, only adds.
        return Enumerable.Range(0, 5).Min(_ => ThousandHits());

        long ThousandHits()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var hit = 0; hit < 1000; hit++)
                call(fixture.Catalog);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
