using CacheGen.Conformance;
using CacheGen.FusionCache.Tests.Conformance;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.FusionCache.Tests.Engine;

/// <summary>
/// What a node has read from L2 FusionCache keeps by the options of the load, whether it is a value or a miss. Which of them may serve when
/// the source fails is the method's to say all the same.
/// </summary>
public sealed class StaleFromSecondLevelTests : IDisposable
{
    private readonly InvalidOperationException _down = new("down");
    private readonly AgingSerializer _serializer = new();
    private readonly AgingDistributedCache _store = new(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())));
    private readonly List<Node> _nodes = [];
    private readonly Node _a;
    private readonly Node _b;

    public StaleFromSecondLevelTests() => (_a, _b) = (new Node(this), new Node(this));

    [Fact]
    public async Task Miss_IsServedStaleByWhoReadIt_AndByWhoHasNotSeenItFresh()
    {
        await MissAsync(() => _a.Catalog.StaleMissAsync(1));
        Assert.Null(await _b.Catalog.StaleMissAsync(1));
        Advance(TimeSpan.FromMinutes(1));
        _b.Source.Fails = _down;
        Assert.Null(await _b.Catalog.StaleMissAsync(1));
        Assert.Equal((1, 1, 1), (_b.Source.Loads, _b.Statistics.Stale, _b.Statistics.SecondLevel));

        var late = new Node(this);
        late.Source.Fails = _down;
        Assert.Null(await late.Catalog.StaleMissAsync(1));
        Advance(TimeSpan.FromMinutes(59));
        Assert.Null(await _b.Catalog.StaleMissAsync(1));
        Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<InvalidOperationException>(() => late.Catalog.StaleMissAsync(1));
        // What it has taken stale from L2 FusionCache keeps as long as it would a value that it reads there.
        Advance(TimeSpan.FromMinutes(10));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _b.Catalog.StaleMissAsync(1));
    }

    [Fact]
    public async Task Miss_OfAMethodWhoseValuesAloneMayServe_IsNotServed()
    {
        await MissAsync(() => _a.Catalog.MissAsync(1));
        Assert.Null(await _b.Catalog.MissAsync(1));
        Advance(TimeSpan.FromMinutes(1));
        _b.Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _b.Catalog.MissAsync(1));
        _b.Source.Fails = null;
        Assert.Equal("v2", await _b.Catalog.MissAsync(1));
        Advance(TimeSpan.FromMinutes(10));
        _b.Source.Fails = _down;
        Assert.Equal("v2", await _b.Catalog.MissAsync(1));
    }

    [Fact]
    public async Task Value_OfAMethodWhoseMissesAloneMayServe_IsNotServed()
    {
        Assert.Equal("v1", await _a.Catalog.StaleMissAsync(1));
        Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("v1", await _b.Catalog.StaleMissAsync(1));
        Advance(TimeSpan.FromMinutes(5));
        _b.Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _b.Catalog.StaleMissAsync(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _b.Catalog.StaleMissAsync(1));
        _b.Source.Fails = null;
        await MissAsync(() => _b.Catalog.StaleMissAsync(1), _b);
        Advance(TimeSpan.FromMinutes(1));
        _b.Source.Fails = _down;
        Assert.Null(await _b.Catalog.StaleMissAsync(1));
    }

    [Fact]
    public async Task SoftTimeoutOverWhatMayNotServe_DoesNotEndTheWait()
    {
        Assert.Equal("v1", await _a.Catalog.SoftMissAsync(1));
        Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("v1", await _b.Catalog.SoftMissAsync(1));
        Advance(TimeSpan.FromMinutes(5));
        var timedOut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _b.Fusion.Events.FactorySyntheticTimeout += (_, _) => timedOut.TrySetResult();
        _b.Source.Holds = true;
        var caller = _b.Catalog.SoftMissAsync(1);
        var load = await _b.Source.NextHeldAsync();
        await timedOut.Task.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
        Assert.False(caller.IsCompleted);
        // Who comes now waits for FusionCache's lock, and would after a while do with whatever is in memory.
        var other = _b.Catalog.SoftMissAsync(1);
        var any = new FusionCacheEntryOptions { AllowStaleOnReadOnly = true, SkipDistributedCacheRead = true };
        Assert.False(_b.Fusion.TryGet<string?>(Catalog.Cache.SoftMiss(_b.Cache, 1).Key, any, TestContext.Current.CancellationToken).HasValue);
        load.Answer("slow");
        Assert.Equal(("slow", "slow"), (await caller, await other));
        Assert.Equal((1, 0), (_b.Source.Loads, _b.Statistics.Stale));
        await Eventually.TrueAsync(() => Catalog.Cache.SoftMiss(_b.Cache, 1).Peek(out var stored) && stored == "slow", "it is stored");
    }

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Fusion.Dispose();
    }

    private async Task MissAsync(Func<Task<string?>> call, Node? node = null)
    {
        (node ?? _a).Source.Answers = () => null;
        Assert.Null(await call());
    }

    private void Advance(TimeSpan by)
    {
        foreach (var node in _nodes)
            node.Memory.Age(by);
        _serializer.Age(by);
        _store.Age(by);
    }

    /// <summary>A process with a memory of its own. There is no backplane: a node hears of nothing that it does not read.</summary>
    private sealed class Node
    {
        public Node(StaleFromSecondLevelTests test)
        {
            Fusion = new(new FusionCacheOptions(), Memory);
            Fusion.SetupDistributedCache(test._store, test._serializer);
            Cache = Fusion.AsMethodCache();
            Catalog = new Catalog(Cache);
            test._nodes.Add(this);
        }

        public AgingMemoryCache Memory { get; } = new();

        public ZiggyCreatures.Caching.Fusion.FusionCache Fusion { get; }

        public MethodCache Cache { get; }

        public Catalog Catalog { get; }

        public ScriptedSource Source => Catalog.Source;

        public CacheStatistics Statistics => Cache.GetStatistics();
    }
}
