using CacheGen.Conformance;
using CacheGen.Testing;
using Xunit;

namespace CacheGen.Tests.Configuration;

/// <summary>Built-in default, cache, attribute, prefix, profile, method: each comes before those named before it.</summary>
public class PrecedenceTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(0, 0, 0, 0, 5, 10)]
    [InlineData(1, 0, 0, 0, 1, 10)]
    [InlineData(1, 2, 0, 0, 2, 2)]
    [InlineData(1, 0, 3, 0, 1, 3)]
    [InlineData(1, 2, 3, 0, 2, 3)]
    [InlineData(1, 2, 3, 4, 4, 4)]
    [InlineData(1, 2, 0, 4, 4, 4)]
    [InlineData(0, 0, 0, 4, 4, 4)]
    public void Ttl_IsThatOfTheMostParticularWord(int cacheMinutes, int prefix, int profile, int method, int withoutAttribute, int withAttribute)
    {
        var options = new CacheGenOptions { TimeProvider = _clock };
        if (cacheMinutes > 0)
            options.DefaultTtl = Minutes(cacheMinutes);
        if (prefix > 0)
            options.Prefixes["configured"].Ttl = Minutes(prefix);
        if (profile > 0)
            options.Profiles["slow"].Ttl = Minutes(profile);
        if (method > 0)
            options.Methods["ConfiguredCatalog.DefaultsAsync"].Ttl = options.Methods["ConfiguredCatalog.SlowAsync"].Ttl = Minutes(method);
        var cache = MethodCache.CreateInProcess(options);
        AssertLives(ConfiguredCatalog.Cache.Defaults(cache, 1), Minutes(withoutAttribute));
        AssertLives(ConfiguredCatalog.Cache.Slow(cache, 1), Minutes(withAttribute));
    }

    [Fact]
    public void EachProperty_ComesFromTheMostParticularThatSaysIt()
    {
        var options = new CacheGenOptions();
        options.Prefixes["configured"] = new CachePolicyOverride { Ttl = Minutes(1), FailSafe = Minutes(1), Jitter = Minutes(1) };
        options.Profiles["slow"] = new CachePolicyOverride { FailSafe = Minutes(2), Jitter = Minutes(2), HardTimeout = Minutes(2) };
        options.Methods["ConfiguredCatalog.SlowAsync"] = new CachePolicyOverride { Jitter = TimeSpan.Zero, SoftTimeout = Minutes(3), MissFailSafe = Minutes(3) };
        var method = new CachedMethod<int, int>(
            "CacheGen.Conformance.ConfiguredCatalog.SlowAsync(int)", new CachePolicy { RefreshAfter = Minutes(9), MissTtl = Minutes(9), Ttl = Minutes(9) }, static (prefix, _) => prefix)
        {
            Prefix = "configured",
            Profile = "slow",
        };
        Assert.Equal(
            new CachePolicy
            {
                RefreshAfter = Minutes(9),
                MissTtl = Minutes(9),
                Ttl = Minutes(1),
                FailSafe = Minutes(2),
                HardTimeout = Minutes(2),
                Jitter = TimeSpan.Zero,
                MissFailSafe = Minutes(3),
                SoftTimeout = Minutes(3),
            },
            MethodCache.CreateInProcess(options).Table(method).Policy);
    }

    [Theory]
    [InlineData("Shop.Catalog.GetAsync(int)", "Shop.Catalog")]
    [InlineData("Catalog.Get<T, List<T>>(System.Func<A.B>) [Some.Type, Other.Type]", "Catalog")]
    public void PrefixOfATypeThatSaysNone_IsItsName(string id, string prefix) =>
        Assert.Equal(prefix, new CachedMethod<int, int>(id, new CachePolicy(), static (text, _) => text).Prefix);

    private void AssertLives(CacheHandle<string?> handle, TimeSpan time)
    {
        handle.Set("value");
        _clock.Advance(time - TimeSpan.FromMilliseconds(1));
        Assert.True(handle.Peek(out _));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(handle.Peek(out _));
    }

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);
}
