using CacheGen.CompilerServices;
using Microsoft.Extensions.Caching.Memory;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.FusionCache.Tests.Engine;

/// <summary>What of a policy, of the cache's options and of FusionCache's own defaults reaches FusionCache.</summary>
public sealed class EntryOptionsTests
{
    [Fact]
    public void Policy_IsMappedWhole()
    {
        var options = Map(new CachePolicy
        {
            Ttl = TimeSpan.FromHours(2),
            Jitter = TimeSpan.FromMinutes(1),
            FailSafe = TimeSpan.FromDays(1),
            SoftTimeout = TimeSpan.FromSeconds(1),
            RefreshAfter = TimeSpan.FromMinutes(90),
        });
        Assert.Equal(TimeSpan.FromHours(2), options.Duration);
        Assert.Equal(TimeSpan.FromMinutes(1), options.JitterMaxDuration);
        Assert.True(options.IsFailSafeEnabled);
        // FusionCache counts from the storing, the policy from the end of the Ttl.
        Assert.Equal(TimeSpan.FromHours(26), options.FailSafeMaxDuration);
        Assert.Equal(TimeSpan.FromSeconds(30), options.FailSafeThrottleDuration);
        Assert.Equal(TimeSpan.FromSeconds(1), options.FactorySoftTimeout);
        Assert.Equal(0.75f, options.EagerRefreshThreshold);
    }

    [Fact]
    public void EmptyPolicy_LeavesFeaturesOffAndTakesTheCachesTtl()
    {
        var options = Map(new CachePolicy(), cacheGen: new CacheGenOptions { DefaultTtl = TimeSpan.FromMinutes(7) });
        Assert.Equal(TimeSpan.FromMinutes(7), options.Duration);
        Assert.False(options.IsFailSafeEnabled);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.FactorySoftTimeout);
        Assert.Null(options.EagerRefreshThreshold);
    }

    [Fact]
    public void WhatTheUserSetInDefaultEntryOptions_Holds()
    {
        var options = Map(new CachePolicy { FailSafe = TimeSpan.FromHours(1) }, new FusionCacheEntryOptions
        {
            Duration = TimeSpan.FromMinutes(3),
            FailSafeThrottleDuration = TimeSpan.FromSeconds(5),
            Size = 4,
            Priority = CacheItemPriority.High,
            DistributedCacheHardTimeout = TimeSpan.FromSeconds(2),
            AllowBackgroundDistributedCacheOperations = true,
        });
        Assert.Equal(TimeSpan.FromMinutes(3), options.Duration);
        Assert.Equal(TimeSpan.FromSeconds(5), options.FailSafeThrottleDuration);
        Assert.Equal((4, CacheItemPriority.High), (options.Size, options.Priority));
        Assert.Equal(TimeSpan.FromSeconds(2), options.DistributedCacheHardTimeout);
        Assert.True(options.AllowBackgroundDistributedCacheOperations);
    }

    [Fact]
    public void Policy_BeatsDefaultEntryOptions()
    {
        var options = Map(new CachePolicy { Ttl = TimeSpan.FromMinutes(1) }, new FusionCacheEntryOptions { Duration = TimeSpan.FromHours(1) });
        Assert.Equal(TimeSpan.FromMinutes(1), options.Duration);
    }

    [Fact]
    public void ZeroInThePolicy_SwitchesOffWhatDefaultEntryOptionsSwitchOn()
    {
        var options = Map(
            new CachePolicy { FailSafe = TimeSpan.Zero, SoftTimeout = TimeSpan.Zero, RefreshAfter = TimeSpan.Zero, Jitter = TimeSpan.Zero },
            new FusionCacheEntryOptions
            {
                IsFailSafeEnabled = true,
                FactorySoftTimeout = TimeSpan.FromSeconds(1),
                EagerRefreshThreshold = 0.5f,
                JitterMaxDuration = TimeSpan.FromSeconds(1),
            });
        Assert.Equal((false, Timeout.InfiniteTimeSpan, null, TimeSpan.Zero), (options.IsFailSafeEnabled, options.FactorySoftTimeout, options.EagerRefreshThreshold, options.JitterMaxDuration));
    }

    [Fact]
    public void FailuresOfTheEngine_AreNeverThrown()
    {
        var options = Map(new CachePolicy(), new FusionCacheEntryOptions
        {
            ReThrowDistributedCacheExceptions = true,
            ReThrowSerializationExceptions = true,
            ReThrowBackplaneExceptions = true,
        });
        Assert.False(options.ReThrowDistributedCacheExceptions || options.ReThrowSerializationExceptions || options.ReThrowBackplaneExceptions);
    }

    [Fact]
    public void FailSafeWithoutEnd_DoesNotOverflow() =>
        Assert.Equal(TimeSpan.MaxValue, Map(new CachePolicy { Ttl = TimeSpan.FromDays(1), FailSafe = TimeSpan.MaxValue }).FailSafeMaxDuration);

    [Fact]
    public void MissFailSafeAlone_AllowsFailSafeAndKeepsNoValueLonger()
    {
        var options = Map(new CachePolicy { Ttl = TimeSpan.FromHours(2), MissTtl = TimeSpan.FromMinutes(5), MissFailSafe = TimeSpan.FromDays(365) });
        Assert.Equal((true, TimeSpan.FromHours(2)), (options.IsFailSafeEnabled, options.FailSafeMaxDuration));
    }

    [Fact]
    public void MissFailSafe_LeavesTheValuesTheirs()
    {
        var options = Map(new CachePolicy
        {
            Ttl = TimeSpan.FromHours(2),
            FailSafe = TimeSpan.FromHours(1),
            MissTtl = TimeSpan.FromMinutes(5),
            MissFailSafe = TimeSpan.FromDays(365),
        });
        Assert.Equal((true, TimeSpan.FromHours(3)), (options.IsFailSafeEnabled, options.FailSafeMaxDuration));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(5, 0)]
    public void MissFailSafeThatIsOff_AllowsNothing(int missTtl, int missFailSafe) => Assert.False(
        Map(new CachePolicy { MissTtl = TimeSpan.FromMinutes(missTtl), MissFailSafe = TimeSpan.FromMinutes(missFailSafe) }).IsFailSafeEnabled);

    [Fact]
    public async Task Size_BoundsTheUsersMemoryCache()
    {
        using var memory = new MemoryCache(new MemoryCacheOptions { SizeLimit = 3 });
        using var fusion = new ZiggyCreatures.Caching.Fusion.FusionCache(new FusionCacheOptions(), memory);
        var cache = fusion.AsMethodCache(new CacheGenOptions(), new FusionEngineOptions { ConfigureEntry = static (_, entry) => entry.Size = 1 });
        var table = cache.Table(Method(new CachePolicy()));
        for (var id = 0; id < 10; id++)
            await table.Handle(id).SetAsync("value", TestContext.Current.CancellationToken);
        Assert.InRange(memory.Count, 1, 3);
    }

    private static FusionCacheEntryOptions Map(CachePolicy policy, FusionCacheEntryOptions? defaults = null, CacheGenOptions? cacheGen = null)
    {
        var fusionOptions = new FusionCacheOptions();
        if (defaults is not null)
            fusionOptions.DefaultEntryOptions = defaults;
        using var fusion = new ZiggyCreatures.Caching.Fusion.FusionCache(fusionOptions);
        FusionCacheEntryOptions? mapped = null;
        var engine = new FusionEngineOptions { ConfigureEntry = (_, entry) => mapped = entry };
        fusion.AsMethodCache(cacheGen ?? new CacheGenOptions(), engine).Table(Method(policy));
        Assert.NotSame(fusion.DefaultEntryOptions, mapped);
        return mapped!;
    }

    private static CachedMethod<int, string> Method(CachePolicy policy) =>
        new("Tests.Method(int)", policy, static (prefix, key) => CacheKey.Format(prefix, $"method:{key}"));
}
