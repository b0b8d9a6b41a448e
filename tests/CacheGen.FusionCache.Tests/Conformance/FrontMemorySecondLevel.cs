using CacheGen.Conformance;

namespace CacheGen.FusionCache.Tests.Conformance;

/// <summary>FusionCache with an L2 in memory and no backplane, behind a front.</summary>
public sealed class FrontMemorySecondLevelEngine : MemorySecondLevelEngine
{
    // Nearer to the end of a lifetime than the engine's precision nothing is asked.
    protected override TimeSpan? FrontWindow => TimeSpan.FromSeconds(5);
}

public sealed class FrontMemorySecondLevelCancellationTests : CancellationTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelExpiryTests : ExpiryTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelFailSafeTests : FailSafeTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelMissFailSafeTests : MissFailSafeTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelInvalidationTests : InvalidationTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelLoadTests : LoadTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelRefreshTests : FusionRefreshTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelScopeTests : ScopeTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelStatisticsTests : FusionStatisticsTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelTimeoutTests : TimeoutTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelTagTests : TagTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelRateLimitTests : RateLimitTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelBackgroundScopeTests : BackgroundScopeTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelBatchTests : BatchTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelBatchFailureTests : BatchFailureTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelWindowTests : WindowTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelWindowLimitTests : WindowLimitTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelWriteTests : WriteTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelInvalidationScopeTests : InvalidationScopeTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelStreamTests : StreamTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelStreamCancellationTests : StreamCancellationTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelLongStreamTests : LongStreamTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelConfigurationTests : ConfigurationTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelSwitchTests : SwitchTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelValueTests : ValueTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelFailureTests : FailureTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelValidTests : ValidTests<FrontMemorySecondLevelEngine>;

public sealed class FrontMemorySecondLevelTogetherTests : TogetherTests<FrontMemorySecondLevelEngine>;
