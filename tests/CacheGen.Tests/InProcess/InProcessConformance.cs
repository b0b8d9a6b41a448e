using CacheGen.Conformance;

namespace CacheGen.Tests.InProcess;

public sealed class InProcessEngine : IEngineUnderTest
{
    public MethodCache Create(CacheGenOptions options) => MethodCache.CreateInProcess(options);

    public void Dispose()
    {
    }
}

public sealed class InProcessCancellationTests : CancellationTests<InProcessEngine>;

public sealed class InProcessExpiryTests : ExpiryTests<InProcessEngine>;

public sealed class InProcessFailSafeTests : FailSafeTests<InProcessEngine>;

public sealed class InProcessMissFailSafeTests : MissFailSafeTests<InProcessEngine>;

public sealed class InProcessInvalidationTests : InvalidationTests<InProcessEngine>;

public sealed class InProcessLoadTests : LoadTests<InProcessEngine>;

public sealed class InProcessRefreshTests : RefreshTests<InProcessEngine>;

public sealed class InProcessScopeTests : ScopeTests<InProcessEngine>;

public sealed class InProcessStatisticsTests : StatisticsTests<InProcessEngine>;

public sealed class InProcessTimeoutTests : TimeoutTests<InProcessEngine>;

public sealed class InProcessTagTests : TagTests<InProcessEngine>;

public sealed class InProcessRateLimitTests : RateLimitTests<InProcessEngine>;

public sealed class InProcessBackgroundScopeTests : BackgroundScopeTests<InProcessEngine>;
public sealed class InProcessBatchTests : BatchTests<InProcessEngine>;

public sealed class InProcessBatchFailureTests : BatchFailureTests<InProcessEngine>;

public sealed class InProcessWindowTests : WindowTests<InProcessEngine>;

public sealed class InProcessWindowLimitTests : WindowLimitTests<InProcessEngine>;
public sealed class InProcessWriteTests : WriteTests<InProcessEngine>;

public sealed class InProcessInvalidationScopeTests : InvalidationScopeTests<InProcessEngine>;
public sealed class InProcessStreamTests : StreamTests<InProcessEngine>;

public sealed class InProcessStreamCancellationTests : StreamCancellationTests<InProcessEngine>;

public sealed class InProcessLongStreamTests : LongStreamTests<InProcessEngine>;

public sealed class InProcessConfigurationTests : ConfigurationTests<InProcessEngine>;

public sealed class InProcessSwitchTests : SwitchTests<InProcessEngine>;
public sealed class InProcessValueTests : ValueTests<InProcessEngine>;

public sealed class InProcessFailureTests : FailureTests<InProcessEngine>;

public sealed class InProcessValidTests : ValidTests<InProcessEngine>;

public sealed class InProcessTogetherTests : TogetherTests<InProcessEngine>;
