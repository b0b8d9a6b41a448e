using CacheGen.Conformance;

namespace CacheGen.FusionCache.Tests.Conformance;

/// <summary>FusionCache in this process's memory alone, behind a front.</summary>
public sealed class FrontMemoryOnlyEngine : MemoryOnlyEngine
{
    // Nearer to the end of a lifetime than the engine's precision nothing is asked.
    protected override TimeSpan? FrontWindow => TimeSpan.FromSeconds(5);
}

public sealed class FrontMemoryOnlyCancellationTests : CancellationTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyExpiryTests : ExpiryTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyFailSafeTests : FailSafeTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyMissFailSafeTests : MissFailSafeTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyInvalidationTests : InvalidationTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyLoadTests : LoadTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyRefreshTests : FusionRefreshTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyScopeTests : ScopeTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyStatisticsTests : FusionStatisticsTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyTimeoutTests : TimeoutTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyTagTests : TagTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyRateLimitTests : RateLimitTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyBackgroundScopeTests : BackgroundScopeTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyBatchTests : BatchTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyBatchFailureTests : BatchFailureTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyWindowTests : WindowTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyWindowLimitTests : WindowLimitTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyWriteTests : WriteTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyInvalidationScopeTests : InvalidationScopeTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyStreamTests : StreamTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyStreamCancellationTests : StreamCancellationTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyLongStreamTests : LongStreamTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyConfigurationTests : ConfigurationTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlySwitchTests : SwitchTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyValueTests : ValueTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyFailureTests : FailureTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyValidTests : ValidTests<FrontMemoryOnlyEngine>;

public sealed class FrontMemoryOnlyTogetherTests : TogetherTests<FrontMemoryOnlyEngine>;
