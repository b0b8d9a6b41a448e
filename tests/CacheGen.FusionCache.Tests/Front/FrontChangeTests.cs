using CacheGen.Conformance;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.FusionCache.Tests.Front;

/// <summary>Whoever changes a value, by whichever way: how soon a front sees it.</summary>
public sealed class FrontChangeTests
{
    private const string Key = "shelf:title:1";

    private static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    /// <summary>All ways to change an entry through CacheGen.</summary>
    public static TheoryData<string> Changes => [.. s_changes.Keys];

    /// <summary>All ways to change it through FusionCache.</summary>
    public static TheoryData<string> FusionChanges => [.. s_fusionChanges.Keys];

    private static readonly Dictionary<string, Func<MethodCache, ValueTask>> s_changes = new()
    {
        ["handle, set"] = cache => Shelf.Cache.Get(cache, 1).SetAsync("new"),
        ["handle, set and wait"] = cache => Done(() => Shelf.Cache.Get(cache, 1).Set("new")),
        ["handle, remove"] = cache => Shelf.Cache.Get(cache, 1).RemoveAsync(),
        ["handle, remove and wait"] = cache => Done(() => Shelf.Cache.Get(cache, 1).Remove()),
        ["key"] = cache => cache.RemoveAsync(Key),
        ["key and wait"] = cache => Done(() => cache.Remove(Key)),
        ["tag"] = cache => cache.RemoveByTagAsync("shelf:1"),
        ["tag and wait"] = cache => Done(() => cache.RemoveByTag("shelf:1")),
        ["all"] = cache => cache.ClearAsync(),
        ["all and wait"] = cache => Done(cache.Clear),
    };

    private static readonly Dictionary<string, Func<IFusionCache, ValueTask>> s_fusionChanges = new()
    {
        ["set"] = fusion => fusion.SetAsync<string?>(Key, "new"),
        ["remove"] = fusion => fusion.RemoveAsync(Key),
        ["expire"] = fusion => fusion.ExpireAsync(Key),
        ["tag"] = fusion => fusion.RemoveByTagAsync("shelf:1"),
        ["clear"] = fusion => fusion.ClearAsync(allowFailSafe: false),
        ["clear, expiring"] = fusion => fusion.ClearAsync(allowFailSafe: true),
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ChangeThroughCacheGen_IsSeenAtOnce(string change)
    {
        using var fixture = await HotAsync(tellsAtOnce: false);
        await s_changes[change](fixture.Cache);
        Assert.Equal("new", await fixture.Shelf.GetAsync(1, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ChangeThroughAnotherEngineOnTheSameFusionCache_IsSeenAtOnce(string change)
    {
        using var fixture = await HotAsync(tellsAtOnce: false);
        await s_changes[change](fixture.Fusion.AsMethodCache());
        Assert.Equal("new", await fixture.Shelf.GetAsync(1, TestContext.Current.CancellationToken));
    }

    /// <summary>The value is in a reader's hands, on its way from FusionCache into the front, when the change is made.</summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ChangeDuringALookIntoFusionCache_IsNotOvertakenByIt(string change)
    {
        using var fixture = await HotAsync(tellsAtOnce: false);
        fixture.Clock.Advance(s_window);
        // The last that FusionCache looks at: the entry itself was found fresh, and not cleared.
        var hold = fixture.Memory.HoldNext("shelf:1");
        var reader = Task.Run(() => fixture.Shelf.GetAsync(1, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await hold.Reached;
        await s_changes[change](fixture.Cache);
        hold.Release();
        Assert.Equal("old", await reader);
        Assert.Equal("new", await fixture.Shelf.GetAsync(1, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(FusionChanges))]
    public async Task ChangeThroughFusionCache_IsSeenAtOnceWhereItsEventsAre(string change)
    {
        using var fixture = await HotAsync(tellsAtOnce: true);
        await s_fusionChanges[change](fixture.Fusion);
        Assert.Equal("new", await fixture.Shelf.GetAsync(1, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(FusionChanges))]
    public async Task ChangeThroughFusionCache_IsSeenWhenItsEventHasCome(string change)
    {
        using var fixture = await HotAsync(tellsAtOnce: false);
        await s_fusionChanges[change](fixture.Fusion);
        await Eventually.TrueAsync(
            () => fixture.Shelf.GetAsync(1, TestContext.Current.CancellationToken) is { IsCompletedSuccessfully: true, Result: "new" }, "the change is seen");
    }

    [Fact]
    public async Task ChangeOfAnotherKeyOrTag_LeavesTheValueInTheFront()
    {
        using var fixture = await HotAsync(tellsAtOnce: true);
        var reads = fixture.Memory.ReadsOf(Key);
        await Shelf.Cache.Get(fixture.Cache, 2).RemoveAsync();
        await fixture.Cache.RemoveByTagAsync("shelf:3");
        await fixture.Shelf.GetAsync(4, TestContext.Current.CancellationToken);
        Assert.Equal("old", await fixture.Shelf.GetAsync(1, TestContext.Current.CancellationToken));
        Assert.Equal(reads, fixture.Memory.ReadsOf(Key));
    }

    /// <summary>A front that has "old" of entry 1, of a database that says "new" by now.</summary>
    private static async Task<FrontFixture> HotAsync(bool tellsAtOnce)
    {
        var fixture = new FrontFixture(s_window, tellsAtOnce);
        for (var call = 0; call < 3; call++)
            Assert.Equal("old", await fixture.Shelf.GetAsync(1, TestContext.Current.CancellationToken));
        fixture.Shelf.Title = "new";
        return fixture;
    }

    private static ValueTask Done(Action action)
    {
        action();
        return ValueTask.CompletedTask;
    }
}
