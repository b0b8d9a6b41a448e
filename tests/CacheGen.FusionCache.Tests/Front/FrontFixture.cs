using CacheGen.Conformance;
using CacheGen.Testing;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace CacheGen.FusionCache.Tests.Front;

/// <summary>An engine with a front on a FusionCache in memory, and what stands around it.</summary>
internal sealed class FrontFixture : IDisposable
{
    public FrontFixture(TimeSpan? window, bool tellsAtOnce = true, Action<FusionEngineOptions>? configure = null)
    {
        Fusion = new(new FusionCacheOptions { CacheKeyPrefix = "fusion:", EnableSyncEventHandlersExecution = tellsAtOnce }, Memory);
        Fusion.SetupSerializer(new FusionCacheSystemTextJsonSerializer());
        // When it finds something for the first time FusionCache looks up when it was last cleared, and keeps that: for all it tells, a change.
        Fusion.Set("first", "");
        Fusion.TryGet<string>("first");
        Engine = new FusionEngineOptions { KeysCarryFingerprint = false, FrontWindow = window };
        configure?.Invoke(Engine);
        Cache = Fusion.AsMethodCache(new CacheGenOptions { TimeProvider = Clock }, Engine);
        Catalog = new Catalog(Cache);
        Shelf = new Shelf(Cache, new ScriptedSource());
    }

    public HeldMemoryCache Memory { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public ZiggyCreatures.Caching.Fusion.FusionCache Fusion { get; }

    public FusionEngineOptions Engine { get; }

    public MethodCache Cache { get; }

    public Catalog Catalog { get; }

    /// <summary>Its entries have tags.</summary>
    public Shelf Shelf { get; }

    public void Dispose()
    {
        Fusion.Dispose();
        Memory.Dispose();
    }
}
