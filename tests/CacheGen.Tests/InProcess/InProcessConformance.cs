using CacheGen.Conformance;

namespace CacheGen.Tests.InProcess;

public sealed class InProcessCancellationTests : CancellationTests
{
    protected override MethodCache CreateCache(CacheGenOptions options) => MethodCache.CreateInProcess(options);
}

public sealed class InProcessExpiryTests : ExpiryTests
{
    protected override MethodCache CreateCache(CacheGenOptions options) => MethodCache.CreateInProcess(options);
}

public sealed class InProcessFailSafeTests : FailSafeTests
{
    protected override MethodCache CreateCache(CacheGenOptions options) => MethodCache.CreateInProcess(options);
}

public sealed class InProcessInvalidationTests : InvalidationTests
{
    protected override MethodCache CreateCache(CacheGenOptions options) => MethodCache.CreateInProcess(options);
}

public sealed class InProcessLoadTests : LoadTests
{
    protected override MethodCache CreateCache(CacheGenOptions options) => MethodCache.CreateInProcess(options);
}

public sealed class InProcessRefreshTests : RefreshTests
{
    protected override MethodCache CreateCache(CacheGenOptions options) => MethodCache.CreateInProcess(options);
}

public sealed class InProcessStatisticsTests : StatisticsTests
{
    protected override MethodCache CreateCache(CacheGenOptions options) => MethodCache.CreateInProcess(options);
}

public sealed class InProcessTimeoutTests : TimeoutTests
{
    protected override MethodCache CreateCache(CacheGenOptions options) => MethodCache.CreateInProcess(options);
}
