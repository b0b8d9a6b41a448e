using System.Threading.RateLimiting;
using CacheGen.Conformance;
using CacheGen.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CacheGen.Tests.Loads;

public class AddRateLimiterTests
{
    [Fact]
    public async Task Limiter_IsKnownToAllCachesOfTheApplication()
    {
        await using var limiter = new ScriptedLimiter();
        var collection = new ServiceCollection();
        collection.AddCacheGen().AddRateLimiter("api", limiter);
        collection.AddCacheGen("other");
        await using var services = collection.BuildServiceProvider();

        await new LimitedCatalog(services.GetRequiredService<MethodCache>()).PlainAsync(1);
        await new LimitedCatalog(services.GetRequiredKeyedService<MethodCache>("other")).PlainAsync(1);
        Assert.Equal(2, limiter.Taken);
        Assert.Same(limiter, services.GetRequiredKeyedService<RateLimiter>("api"));
    }

    [Fact]
    public async Task Plan_RunsOnTheApplicationsClock_AndEndsWithTheContainer()
    {
        var clock = new ManualTimeProvider();
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        collection.AddCacheGen().AddRateLimiter("api", RateLimits.Every(TimeSpan.FromMinutes(1)).Queue(0));
        RateLimiter limiter;
        await using (var services = collection.BuildServiceProvider())
        {
            var catalog = new LimitedCatalog(services.GetRequiredService<MethodCache>());
            await catalog.PlainAsync(1);
            var refused = await Assert.ThrowsAsync<CacheRateLimitException>(() => catalog.PlainAsync(2));
            Assert.Equal(TimeSpan.FromMinutes(1), refused.RetryAfter);
            clock.Advance(TimeSpan.FromMinutes(1));
            await catalog.PlainAsync(2);
            limiter = services.GetRequiredKeyedService<RateLimiter>("api");
        }

        Assert.Throws<ObjectDisposedException>(() => limiter.AttemptAcquire());
    }

    [Fact]
    public async Task LaterRegistration_Holds_AndTheOptionsOwnComesFirst()
    {
        await using var first = new ScriptedLimiter();
        await using var later = new ScriptedLimiter();
        await using var own = new ScriptedLimiter();
        var collection = new ServiceCollection();
        collection.AddCacheGen().AddRateLimiter("api", first).AddRateLimiter("api", _ => later);
        collection.AddCacheGen("other", options => options.RateLimiters["api"] = own);
        await using var services = collection.BuildServiceProvider();
        await new LimitedCatalog(services.GetRequiredService<MethodCache>()).PlainAsync(1);
        await new LimitedCatalog(services.GetRequiredKeyedService<MethodCache>("other")).PlainAsync(1);
        Assert.Equal((0, 1, 1), (first.Taken, later.Taken, own.Taken));
    }

    [Fact]
    public async Task LimiterAddedToTheOptionsLater_ConcernsOtherCaches()
    {
        var options = new CacheGenOptions();
        var catalog = new LimitedCatalog(MethodCache.CreateInProcess(options));
        await using var limiter = new ScriptedLimiter();
        options.RateLimiters.Add("api", limiter);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => catalog.PlainAsync(1));
        Assert.Contains("(none is registered)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PassThroughCache_TakesNoLeases()
    {
        var catalog = new LimitedCatalog(MethodCache.None);
        Assert.Equal("v1", await catalog.PlainAsync(1));
    }

    [Fact]
    public void NamelessLimiter_IsRefused()
    {
        var builder = new ServiceCollection().AddCacheGen();
        Assert.Throws<ArgumentException>(() => builder.AddRateLimiter(" ", RateLimits.AtATime(1)));
    }
}
