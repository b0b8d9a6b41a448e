using CacheGen.Conformance;
using CacheGen.FusionCache.Tests.Redis;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;

namespace CacheGen.FusionCache.Tests.Conformance;

/// <summary>FusionCache with a real Redis as L2 and as backplane. All tests share one, which ends with the process; each has keys of its own.</summary>
public class RedisSecondLevelEngine : IEngineUnderTest
{
    private static readonly Lazy<IConnectionMultiplexer> s_redis = new(Connect);

    private readonly AgingMemoryCache _memory = new();
    private readonly AgingSerializer _serializer = new();
    private readonly AgingDistributedCache _store = new(new RedisCache(new RedisCacheOptions { ConnectionMultiplexerFactory = () => Task.FromResult(s_redis.Value) }));
    private readonly ZiggyCreatures.Caching.Fusion.FusionCache _fusion;

    public RedisSecondLevelEngine()
    {
        var name = Guid.NewGuid().ToString("N");
        _fusion = new(new FusionCacheOptions { CacheKeyPrefix = $"{name}:", BackplaneChannelPrefix = name }, _memory);
        _fusion.SetupDistributedCache(_store, _serializer);
        _fusion.SetupBackplane(new RedisBackplane(new RedisBackplaneOptions { ConnectionMultiplexerFactory = () => Task.FromResult(s_redis.Value) }));
    }

    /// <summary>Without a front.</summary>
    protected virtual TimeSpan? FrontWindow => null;

    // The real time goes on while a test runs.
    public TimeSpan Precision => TimeSpan.FromSeconds(15);

    public bool CountsEntries => false;

    public bool LoadsOnTheCallersThread => false;

    public MethodCache Create(CacheGenOptions options) => _fusion.AsMethodCache(options, new FusionEngineOptions { KeysCarryFingerprint = false, FrontWindow = FrontWindow });

    public void Age(TimeSpan by)
    {
        _memory.Age(by);
        _serializer.Age(by);
        _store.Age(by);
    }

    public void Dispose()
    {
        _fusion.Dispose();
        GC.SuppressFinalize(this);
    }

    // The suite makes its engines in constructors, so once, and beside the pool, whose threads the connection needs.
    private static IConnectionMultiplexer Connect() => Task.Factory.StartNew(
        async () =>
        {
            var server = new RedisServer();
            await server.InitializeAsync();
            return (IConnectionMultiplexer)await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{server.Port}");
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default).Unwrap().GetAwaiter().GetResult();
}

public sealed class RedisCancellationTests : CancellationTests<RedisSecondLevelEngine>;

public sealed class RedisExpiryTests : ExpiryTests<RedisSecondLevelEngine>;

public sealed class RedisFailSafeTests : FailSafeTests<RedisSecondLevelEngine>;

public sealed class RedisMissFailSafeTests : MissFailSafeTests<RedisSecondLevelEngine>;

public sealed class RedisInvalidationTests : InvalidationTests<RedisSecondLevelEngine>;

public sealed class RedisLoadTests : LoadTests<RedisSecondLevelEngine>;

public sealed class RedisRefreshTests : FusionRefreshTests<RedisSecondLevelEngine>;

public sealed class RedisScopeTests : ScopeTests<RedisSecondLevelEngine>;

public sealed class RedisStatisticsTests : FusionStatisticsTests<RedisSecondLevelEngine>;

public sealed class RedisTimeoutTests : TimeoutTests<RedisSecondLevelEngine>;

public sealed class RedisTagTests : TagTests<RedisSecondLevelEngine>;

public sealed class RedisRateLimitTests : RateLimitTests<RedisSecondLevelEngine>;

public sealed class RedisBackgroundScopeTests : BackgroundScopeTests<RedisSecondLevelEngine>;
public sealed class RedisBatchTests : BatchTests<RedisSecondLevelEngine>;

public sealed class RedisBatchFailureTests : BatchFailureTests<RedisSecondLevelEngine>;
public sealed class RedisWriteTests : WriteTests<RedisSecondLevelEngine>;

public sealed class RedisInvalidationScopeTests : InvalidationScopeTests<RedisSecondLevelEngine>;
public sealed class RedisStreamTests : StreamTests<RedisSecondLevelEngine>;

public sealed class RedisStreamCancellationTests : StreamCancellationTests<RedisSecondLevelEngine>;

public sealed class RedisLongStreamTests : LongStreamTests<RedisSecondLevelEngine>;

public sealed class RedisConfigurationTests : ConfigurationTests<RedisSecondLevelEngine>;

public sealed class RedisSwitchTests : SwitchTests<RedisSecondLevelEngine>;
public sealed class RedisValueTests : ValueTests<RedisSecondLevelEngine>;

public sealed class RedisFailureTests : FailureTests<RedisSecondLevelEngine>;

public sealed class RedisValidTests : ValidTests<RedisSecondLevelEngine>;

public sealed class RedisTogetherTests : TogetherTests<RedisSecondLevelEngine>;
