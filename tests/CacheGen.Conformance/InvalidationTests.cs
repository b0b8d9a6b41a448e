using Xunit;

namespace CacheGen.Conformance;

public abstract class InvalidationTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task RemovedValue_IsLoadedAgain()
    {
        await Catalog.PlainAsync(1);
        await Catalog.PlainAsync(2);
        await Catalog.Cache.Plain(Cache, 1).RemoveAsync();
        Assert.Equal("v3", await Catalog.PlainAsync(1));
        Assert.Equal("v2", await Catalog.PlainAsync(2));
    }

    [Fact]
    public async Task Removal_TakesTheFailSafeValueToo()
    {
        await Catalog.FailSafeAsync(1);
        await Catalog.Cache.FailSafe(Cache, 1).RemoveAsync();
        Source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.FailSafeAsync(1));
    }

    [Fact]
    public async Task RemovalDuringALoad_TheLoadAnswersItsCallersAndIsNotStored()
    {
        Source.Holds = true;
        var before = Catalog.PlainAsync(1);
        var old = await Source.NextHeldAsync();
        await Catalog.Cache.Plain(Cache, 1).RemoveAsync();

        var after = Catalog.PlainAsync(1);
        var fresh = await Source.NextHeldAsync();
        old.Answer("read before the removal");
        Assert.Equal("read before the removal", await before);
        fresh.Answer("read after the removal");
        Assert.Equal("read after the removal", await after);
        Assert.Equal("read after the removal", await Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task RemovalDuringALoad_NothingIsStoredWhenNobodyAsksAgain()
    {
        Source.Holds = true;
        var caller = Catalog.PlainAsync(1);
        var load = await Source.NextHeldAsync();
        Catalog.Cache.Plain(Cache, 1).Remove();
        load.Answer("old");
        await caller;
        Assert.False(Catalog.Cache.Plain(Cache, 1).Peek(out _));
    }

    /// <summary>A reader after an awaited removal never sees what was true before the change; run through thousands of interleavings.</summary>
    [Fact]
    public async Task AwaitedRemoval_BeatsTheLoadInFlight_InEveryInterleaving()
    {
        const int Rounds = 5000;
        var random = new Random(20261121);
        var database = 0;
        var catalog = new YieldingCatalog(Cache) { Read = () => Volatile.Read(ref database) };
        for (var round = 1; round <= Rounds; round++)
        {
            catalog.YieldsBefore = random.Next(4);
            catalog.YieldsAfter = random.Next(4);
            var readers = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Task.Run(async () => await catalog.GetAsync(1))).ToArray();
            for (var yields = random.Next(6); yields > 0; yields--)
                await Task.Yield();
            Volatile.Write(ref database, round);
            await YieldingCatalog.Cache.Get(Cache, 1).RemoveAsync();
            Assert.Equal(round, await catalog.GetAsync(1));
            Assert.All(await Task.WhenAll(readers), value => Assert.InRange(value, round - 1, round));
            Assert.Equal(round, await catalog.GetAsync(1));
        }
    }

    [Fact]
    public async Task SetDuringALoad_IsNotOverwrittenByIt()
    {
        Source.Holds = true;
        var caller = Catalog.PlainAsync(1);
        var load = await Source.NextHeldAsync();
        await Catalog.Cache.Plain(Cache, 1).SetAsync("set");
        load.Answer("loaded");
        Assert.Equal("loaded", await caller);
        Assert.Equal("set", await Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task SetValue_LivesAsLongAsALoadedOne()
    {
        Catalog.Cache.Plain(Cache, 1).Set("set");
        Advance(Minutes(10) - Precision);
        Assert.Equal("set", await Catalog.PlainAsync(1));
        Advance(Precision);
        Assert.Equal("v1", await Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task Peek_ShowsFreshValuesOnlyAndLoadsNothing()
    {
        var handle = Catalog.Cache.FailSafe(Cache, 1);
        Assert.False(handle.Peek(out _));
        await Catalog.FailSafeAsync(1);
        Assert.True(handle.Peek(out var value));
        Assert.Equal("v1", value);
        Advance(Minutes(10));
        Assert.False(handle.Peek(out _));
        Assert.Equal(1, Source.Loads);
    }

    [Fact]
    public async Task RemoveByKey_FindsTheEntryOfAnyMethod()
    {
        await Catalog.PlainAsync(1);
        await Catalog.ValueTaskAsync(1);
        Assert.Equal("test:catalog:plain:1", Catalog.Cache.Plain(Cache, 1).Key);
        await Cache.RemoveAsync("test:catalog:plain:1");
        Assert.False(Catalog.Cache.Plain(Cache, 1).Peek(out _));
        Assert.True(Catalog.Cache.ValueTask(Cache, 1).Peek(out _));
        Cache.Remove(Catalog.Cache.ValueTask(Cache, 1).Key);
        Assert.False(Catalog.Cache.ValueTask(Cache, 1).Peek(out _));
    }

    [Fact]
    public async Task RemoveByKeyDuringALoad_TheLoadIsNotStored()
    {
        Source.Holds = true;
        var caller = Catalog.PlainAsync(1);
        var load = await Source.NextHeldAsync();
        await Cache.RemoveAsync("test:catalog:plain:1");
        load.Answer("old");
        await caller;
        Assert.False(Catalog.Cache.Plain(Cache, 1).Peek(out _));
    }

    [Fact]
    public async Task Clear_RemovesEverythingAndLoadsUnderWayAreNotStored()
    {
        await Catalog.PlainAsync(1);
        await Catalog.ValueTaskAsync(2);
        Source.Holds = true;
        var caller = Catalog.PlainAsync(3);
        var load = await Source.NextHeldAsync();
        await Cache.ClearAsync();
        load.Answer("old");
        await caller;
        Assert.False(Catalog.Cache.Plain(Cache, 1).Peek(out _));
        Assert.False(Catalog.Cache.ValueTask(Cache, 2).Peek(out _));
        Assert.False(Catalog.Cache.Plain(Cache, 3).Peek(out _));
    }
}

/// <summary>A source that reads its database somewhere in the middle of a load, and yields around that.</summary>
[CachePrefix("yielding")]
public partial class YieldingCatalog(MethodCache cache)
{
    public required Func<int> Read { get; init; }

    public int YieldsBefore { get; set; }

    public int YieldsAfter { get; set; }

    [Cached(Key = "{id}", Ttl = "10m")]
    public partial ValueTask<int> GetAsync(int id);

    private async ValueTask<int> GetCoreAsync(int id)
    {
        for (var yields = YieldsBefore; yields > 0; yields--)
            await Task.Yield();
        var value = Read();
        for (var yields = YieldsAfter; yields > 0; yields--)
            await Task.Yield();
        return value;
    }
}
