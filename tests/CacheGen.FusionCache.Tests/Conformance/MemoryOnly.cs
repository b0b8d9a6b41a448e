using CacheGen.Conformance;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.FusionCache.Tests.Conformance;

/// <summary>FusionCache in this process's memory alone.</summary>
public class MemoryOnlyEngine : IEngineUnderTest
{
    private readonly AgingMemoryCache _memory = new();
    private readonly ZiggyCreatures.Caching.Fusion.FusionCache _fusion;

    public MemoryOnlyEngine() => _fusion = new(new FusionCacheOptions(), _memory);

    /// <summary>Without a front.</summary>
    protected virtual TimeSpan? FrontWindow => null;

    // The real time goes on while a test runs.
    public TimeSpan Precision => TimeSpan.FromSeconds(15);

    public bool CountsEntries => false;

    public MethodCache Create(CacheGenOptions options) => _fusion.AsMethodCache(options, new FusionEngineOptions { KeysCarryFingerprint = false, FrontWindow = FrontWindow });

    public void Age(TimeSpan by) => _memory.Age(by);

    public void Dispose()
    {
        _fusion.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class MemoryOnlyCancellationTests : CancellationTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyExpiryTests : ExpiryTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyFailSafeTests : FailSafeTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyMissFailSafeTests : MissFailSafeTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyInvalidationTests : InvalidationTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyLoadTests : LoadTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyRefreshTests : FusionRefreshTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyScopeTests : ScopeTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyStatisticsTests : FusionStatisticsTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyTimeoutTests : TimeoutTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyTagTests : TagTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyRateLimitTests : RateLimitTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyBackgroundScopeTests : BackgroundScopeTests<MemoryOnlyEngine>;
public sealed class MemoryOnlyBatchTests : BatchTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyBatchFailureTests : BatchFailureTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyWindowTests : WindowTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyWindowLimitTests : WindowLimitTests<MemoryOnlyEngine>;
public sealed class MemoryOnlyWriteTests : WriteTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyInvalidationScopeTests : InvalidationScopeTests<MemoryOnlyEngine>;
public sealed class MemoryOnlyStreamTests : StreamTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyStreamCancellationTests : StreamCancellationTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyLongStreamTests : LongStreamTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyConfigurationTests : ConfigurationTests<MemoryOnlyEngine>;

public sealed class MemoryOnlySwitchTests : SwitchTests<MemoryOnlyEngine>;
public sealed class MemoryOnlyValueTests : ValueTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyFailureTests : FailureTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyValidTests : ValidTests<MemoryOnlyEngine>;

public sealed class MemoryOnlyTogetherTests : TogetherTests<MemoryOnlyEngine>;
