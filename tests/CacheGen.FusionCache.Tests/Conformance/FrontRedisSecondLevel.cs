using CacheGen.Conformance;

namespace CacheGen.FusionCache.Tests.Conformance;

/// <summary>FusionCache with a real Redis as L2 and as backplane, behind a front.</summary>
public sealed class FrontRedisSecondLevelEngine : RedisSecondLevelEngine
{
    // Nearer to the end of a lifetime than the engine's precision nothing is asked.
    protected override TimeSpan? FrontWindow => TimeSpan.FromSeconds(5);
}

public sealed class FrontRedisCancellationTests : CancellationTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisExpiryTests : ExpiryTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisFailSafeTests : FailSafeTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisMissFailSafeTests : MissFailSafeTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisInvalidationTests : InvalidationTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisLoadTests : LoadTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisRefreshTests : FusionRefreshTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisScopeTests : ScopeTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisStatisticsTests : FusionStatisticsTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisTimeoutTests : TimeoutTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisTagTests : TagTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisRateLimitTests : RateLimitTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisBackgroundScopeTests : BackgroundScopeTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisBatchTests : BatchTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisBatchFailureTests : BatchFailureTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisWriteTests : WriteTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisInvalidationScopeTests : InvalidationScopeTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisStreamTests : StreamTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisStreamCancellationTests : StreamCancellationTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisLongStreamTests : LongStreamTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisConfigurationTests : ConfigurationTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisSwitchTests : SwitchTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisValueTests : ValueTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisFailureTests : FailureTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisValidTests : ValidTests<FrontRedisSecondLevelEngine>;

public sealed class FrontRedisTogetherTests : TogetherTests<FrontRedisSecondLevelEngine>;
