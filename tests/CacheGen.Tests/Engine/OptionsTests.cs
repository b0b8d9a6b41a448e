using CacheGen.Conformance;
using CacheGen.Testing;
using Xunit;

namespace CacheGen.Tests.Engine;

public class OptionsTests
{
    [Fact]
    public async Task OptionsChangedAfterwards_ConcernOtherCachesOnly()
    {
        var clock = new ManualTimeProvider();
        var options = new CacheGenOptions { TimeProvider = clock, DefaultTtl = TimeSpan.FromMinutes(1) };
        var catalog = new Catalog(MethodCache.CreateInProcess(options));
        options.DefaultTtl = TimeSpan.FromDays(1);
        await catalog.DefaultsAsync(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("v2", await catalog.DefaultsAsync(1));
    }
}
