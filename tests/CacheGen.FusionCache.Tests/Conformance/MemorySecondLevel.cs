using CacheGen.Conformance;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.FusionCache.Tests.Conformance;

/// <summary>FusionCache with an L2 in memory: whatever is stored is serialized too.</summary>
public class MemorySecondLevelEngine : IEngineUnderTest
{
    private readonly AgingMemoryCache _memory = new();
    private readonly AgingSerializer _serializer = new();
    private readonly AgingDistributedCache _store = new(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())));
    private readonly ZiggyCreatures.Caching.Fusion.FusionCache _fusion;

    public MemorySecondLevelEngine()
    {
        _fusion = new(new FusionCacheOptions(), _memory);
        _fusion.SetupDistributedCache(_store, _serializer);
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
}

public sealed class MemorySecondLevelCancellationTests : CancellationTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelExpiryTests : ExpiryTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelFailSafeTests : FailSafeTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelMissFailSafeTests : MissFailSafeTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelInvalidationTests : InvalidationTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelLoadTests : LoadTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelRefreshTests : FusionRefreshTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelScopeTests : ScopeTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelStatisticsTests : FusionStatisticsTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelTimeoutTests : TimeoutTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelTagTests : TagTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelRateLimitTests : RateLimitTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelBackgroundScopeTests : BackgroundScopeTests<MemorySecondLevelEngine>;
public sealed class MemorySecondLevelBatchTests : BatchTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelBatchFailureTests : BatchFailureTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelWindowTests : WindowTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelWindowLimitTests : WindowLimitTests<MemorySecondLevelEngine>;
public sealed class MemorySecondLevelWriteTests : WriteTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelInvalidationScopeTests : InvalidationScopeTests<MemorySecondLevelEngine>;
public sealed class MemorySecondLevelStreamTests : StreamTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelStreamCancellationTests : StreamCancellationTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelLongStreamTests : LongStreamTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelConfigurationTests : ConfigurationTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelSwitchTests : SwitchTests<MemorySecondLevelEngine>;
public sealed class MemorySecondLevelValueTests : ValueTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelFailureTests : FailureTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelValidTests : ValidTests<MemorySecondLevelEngine>;

public sealed class MemorySecondLevelTogetherTests : TogetherTests<MemorySecondLevelEngine>;
