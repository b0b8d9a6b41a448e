using System.Runtime.CompilerServices;
using CacheGen.Conformance;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.FusionCache.Tests.Front;

/// <summary>What a front answers, and for how long.</summary>
public sealed partial class FrontTests
{
    private const string Key = "catalog:plain:1";

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HotHits_DoNotAskFusionCacheAndAreHits()
    {
        using var fixture = new FrontFixture(s_window);
        await fixture.Catalog.PlainAsync(1);
        await fixture.Catalog.PlainAsync(1);
        var reads = fixture.Memory.ReadsOf(Key);
        for (var hit = 0; hit < 10; hit++)
            Assert.Equal("v1", await fixture.Catalog.PlainAsync(1));
        Assert.Equal(reads, fixture.Memory.ReadsOf(Key));
        Assert.Equal((11, 1), (fixture.Cache.GetStatistics().Hits, fixture.Cache.GetStatistics().Misses));
    }

    [Fact]
    public async Task WithoutAFront_EachHitAsks()
    {
        using var fixture = new FrontFixture(window: null);
        await fixture.Catalog.PlainAsync(1);
        var reads = fixture.Memory.ReadsOf(Key);
        for (var hit = 0; hit < 10; hit++)
            Assert.Equal("v1", await fixture.Catalog.PlainAsync(1));
        Assert.Equal(reads + 10, fixture.Memory.ReadsOf(Key));
    }

    [Fact]
    public async Task WhatNobodyTells_IsSeenWhenTheWindowHasPassed()
    {
        using var fixture = new FrontFixture(s_window);
        await fixture.Catalog.PlainAsync(1);
        await fixture.Catalog.PlainAsync(1);
        fixture.Memory.TakeOut("fusion:" + Key);
        fixture.Clock.Advance(s_window - TimeSpan.FromMilliseconds(1));
        Assert.Equal("v1", await fixture.Catalog.PlainAsync(1));
        fixture.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("v2", await fixture.Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task LongWindow_IsASixteenthOfTheShortestTimeThatAValueLives()
    {
        using var fixture = new FrontFixture(TimeSpan.FromHours(1));
        fixture.Catalog.Source.Answers = () => null;
        await fixture.Catalog.MissAsync(1);
        await fixture.Catalog.MissAsync(1);
        fixture.Memory.TakeOut("fusion:catalog:miss:1");
        fixture.Clock.Advance(TimeSpan.FromMilliseconds(60_000.0 * 30 / 60 / 16 - 1));
        await fixture.Catalog.MissAsync(1);
        Assert.Equal(1, fixture.Catalog.Source.Loads);
        // Its fail-safe throttle is 30 s, its MissTtl a minute.
        fixture.Clock.Advance(TimeSpan.FromMilliseconds(2));
        await fixture.Catalog.MissAsync(1);
        Assert.Equal(2, fixture.Catalog.Source.Loads);
    }

    [Fact]
    public async Task EagerRefresh_IsNotHeldBackByHits()
    {
        using var engine = new LongFront();
        var clock = new Testing.ManualTimeProvider();
        var catalog = new Catalog(engine.Create(new CacheGenOptions { TimeProvider = clock }));
        await catalog.RefreshAsync(1);
        // A hit each second: none of them may put the question off for longer than the interval in which it is asked.
        for (var second = 0; second < 5 * 60 + 19; second++)
        {
            Assert.Equal("v1", await catalog.RefreshAsync(1));
            engine.Age(TimeSpan.FromSeconds(1));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        await catalog.RefreshAsync(1);
        await Eventually.TrueAsync(() => catalog.RefreshAsync(1) is { IsCompletedSuccessfully: true, Result: "v2" }, "the refreshed value is served");
    }

    [Fact]
    public async Task TaskMethod_ReturnsTheSameTaskOnEveryHit()
    {
        using var fixture = new FrontFixture(s_window);
        await fixture.Catalog.PlainAsync(1);
        await fixture.Catalog.PlainAsync(1);
        Assert.Same(fixture.Catalog.PlainAsync(1), fixture.Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task Clones_AreEachCallersOwn()
    {
        using var fixture = new FrontFixture(s_window, configure: engine => engine.ConfigureEntry = (_, entry) => entry.EnableAutoClone = true);
        var boxes = new Boxes(fixture.Cache);
        await boxes.GetAsync(1);
        var mine = await boxes.GetAsync(1);
        mine.Content = "changed";
        Assert.Equal("v", (await boxes.GetAsync(1)).Content);
        Assert.NotSame(await boxes.GetAsync(1), await boxes.GetAsync(1));
    }

    [Fact]
    public async Task ChangedPolicy_HoldsForTheNextHit()
    {
        using var fixture = new FrontFixture(s_window);
        await fixture.Catalog.PlainAsync(1);
        await fixture.Catalog.PlainAsync(1);
        var options = new CacheGenOptions();
        options.Methods["Catalog.PlainAsync"].Enabled = false;
        fixture.Cache.Configure(options);
        Assert.Equal("v2", await fixture.Catalog.PlainAsync(1));
        fixture.Cache.Configure(new CacheGenOptions());
        Assert.Equal("v1", await fixture.Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task KeysBeyondMaxKnownKeys_AreAnsweredAsEver()
    {
        using var fixture = new FrontFixture(s_window, configure: engine => engine.MaxKnownKeys = 64);
        for (var round = 0; round < 3; round++)
        {
            for (var id = 0; id < 1000; id++)
                Assert.Equal($"v{id + 1}", await fixture.Catalog.PlainAsync(id));
        }

        Assert.Equal(1000, fixture.Catalog.Source.Loads);
    }

    [Fact]
    public async Task ManyKeys_AreAllKnown()
    {
        using var fixture = new FrontFixture(s_window);
        for (var round = 0; round < 2; round++)
        {
            for (var id = 0; id < 5000; id++)
                await fixture.Catalog.PlainAsync(id);
        }

        var reads = fixture.Memory.ReadsOf("");
        for (var id = 0; id < 5000; id++)
            await fixture.Catalog.PlainAsync(id);
        // A few may share a set of places with too many others.
        Assert.InRange(fixture.Memory.ReadsOf("") - reads, 0, 100);
    }

    [Fact]
    public async Task ValueThatMayNotBeServedAnyMore_IsLetGo()
    {
        using var fixture = new FrontFixture(s_window);
        var boxes = new Boxes(fixture.Cache);
        var box = Hit(boxes, 1);
        fixture.Memory.TakeOut("fusion:boxes:1");
        fixture.Clock.Advance(TimeSpan.FromMinutes(2));
        Hit(boxes, 2);
        await Eventually.TrueAsync(
            () =>
            {
                GC.Collect();
                return !box.TryGetTarget(out _);
            },
            "nothing holds the value");

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference<Box> Hit(Boxes boxes, int id)
        {
            _ = boxes.GetAsync(id).Result;
            return new WeakReference<Box>(boxes.GetAsync(id).Result);
        }
    }

    [Fact]
    public void WindowThatIsNotPositive_IsRefused()
    {
        using var fusion = new ZiggyCreatures.Caching.Fusion.FusionCache(new FusionCacheOptions());
        var exception = Assert.Throws<ArgumentException>(
            () => fusion.AsMethodCache(new CacheGenOptions(), new FusionEngineOptions { FrontWindow = TimeSpan.Zero }));
        Assert.Contains("FrontWindow", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => fusion.AsMethodCache(new CacheGenOptions(), new FusionEngineOptions { MaxKnownKeys = 0 }));
    }

    private sealed class LongFront : Conformance.MemoryOnlyEngine
    {
        protected override TimeSpan? FrontWindow => TimeSpan.FromHours(1);
    }

    public sealed class Box
    {
        public string Content { get; set; } = "v";
    }

    [CachePrefix("boxes")]
    private sealed partial class Boxes(MethodCache cache)
    {
#pragma warning disable CG3001 // That it can be changed is what is tested.
        [Cached(Key = "{id}", Ttl = "10m")]
        public partial Task<Box> GetAsync(int id);
#pragma warning restore CG3001

        private static Task<Box> GetCoreAsync(int id) => Task.FromResult(new Box());
    }
}
