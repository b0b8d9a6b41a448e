using CacheGen.Conformance;
using CacheGen.FusionCache.Tests.Redis;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;
using ZiggyCreatures.Caching.Fusion.Serialization;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>What a node may have differently.</summary>
public sealed record NodeOptions
{
    public IFusionCacheSerializer Serializer { get; init; } = new FusionCacheSystemTextJsonSerializer();

    /// <summary>False for a node that must start while Redis is away.</summary>
    public bool WaitsForBackplane { get; init; } = true;

    /// <summary>With a front: how long it may answer.</summary>
    public TimeSpan? FrontWindow { get; init; }
}

/// <summary>One process of a service, as far as caches see it: memory, connections and a source of its own.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly RedisCache _distributed;

    /// <param name="redis">The Redis that its nodes share.</param>
    /// <param name="name">The service: nodes of one name share keys and the channel of the backplane.</param>
    /// <param name="options">What this node has differently.</param>
    public Node(RedisServer redis, string name, NodeOptions? options = null)
    {
        options ??= new NodeOptions();
        _distributed = new RedisCache(new RedisCacheOptions { ConfigurationOptions = Connection(redis) });
        Writes = new HeldWrites(_distributed);
        var services = new ServiceCollection();
        services.AddFusionCache()
            .WithOptions(fusion =>
            {
                fusion.CacheKeyPrefix = $"{name}:";
                fusion.BackplaneChannelPrefix = name;
                fusion.WaitForInitialBackplaneSubscribe = options.WaitsForBackplane;
                // As in a service, only faster: seconds in production.
                fusion.AutoRecoveryDelay = TimeSpan.FromMilliseconds(500);
                fusion.DistributedCacheCircuitBreakerDuration = TimeSpan.FromMilliseconds(200);
                fusion.BackplaneCircuitBreakerDuration = TimeSpan.FromMilliseconds(200);
            })
            .WithSerializer(options.Serializer)
            .WithDistributedCache(Writes)
            .WithBackplane(new RedisBackplane(new RedisBackplaneOptions { ConfigurationOptions = Connection(redis) }));
        services.AddCacheGen().UseFusionCache(engine => engine.FrontWindow = options.FrontWindow);
        _provider = services.BuildServiceProvider();
        Fusion = _provider.GetRequiredService<IFusionCache>();
        Cache = _provider.GetRequiredService<MethodCache>();
        Catalog = new Catalog(Cache);
    }

    public MethodCache Cache { get; }

    /// <summary>The service.</summary>
    public Catalog Catalog { get; }

    public ScriptedSource Source => Catalog.Source;

    /// <summary>Its way to Redis.</summary>
    public HeldWrites Writes { get; }

    /// <summary>What the engine stands on.</summary>
    public IFusionCache Fusion { get; }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _distributed.Dispose();
    }

    // Who is not connected says so at once instead of after the timeout, and tries again ten times a second instead of once.
    private static ConfigurationOptions Connection(RedisServer redis) => new()
    {
        EndPoints = { { "127.0.0.1", redis.Port } },
        AbortOnConnectFail = false,
        ConnectRetry = 1,
        ConnectTimeout = 2000,
        BacklogPolicy = BacklogPolicy.FailFast,
        HeartbeatInterval = TimeSpan.FromMilliseconds(100),
        ReconnectRetryPolicy = new LinearRetry(100),
    };
}
