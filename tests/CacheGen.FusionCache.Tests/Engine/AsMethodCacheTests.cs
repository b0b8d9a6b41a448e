using CacheGen.Conformance;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.FusionCache.Tests.Engine;

/// <summary>A class that holds an IFusionCache, as its code was before.</summary>
public sealed partial class ReleaseService(IFusionCache fusion)
{
    public ScriptedSource Source { get; } = new();

    public IFusionCache Fusion { get; } = fusion;

    [Cached(Key = "release:{id}", Ttl = "10m")]
    public partial ValueTask<string?> GetAsync(int id, CancellationToken ct = default);

    private ValueTask<string?> GetCoreAsync(int id, CancellationToken ct) => new(Source.LoadAsync(ct));
}

public sealed class AsMethodCacheTests : IDisposable
{
    private readonly ZiggyCreatures.Caching.Fusion.FusionCache _fusion = new(new FusionCacheOptions());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fusion.Dispose();

    [Fact]
    public async Task ClassThatHoldsAFusionCache_CachesAtOnce()
    {
        var service = new ReleaseService(_fusion);
        Assert.Equal("v1", await service.GetAsync(1, Token));
        Assert.Equal("v1", await service.GetAsync(1, Token));
        Assert.Equal(1, service.Source.Loads);
    }

    [Fact]
    public async Task ValuesSetThroughEither_AreSeenByBoth()
    {
        var service = new ReleaseService(_fusion);
        var key = ReleaseService.Cache.Get(_fusion.AsMethodCache(), 1).Key;
        await _fusion.SetAsync<string?>(key, "by hand", token: Token);
        Assert.Equal("by hand", await service.GetAsync(1, Token));

        await service.GetAsync(2, Token);
        var other = ReleaseService.Cache.Get(_fusion.AsMethodCache(), 2).Key;
        Assert.Equal("v1", await _fusion.GetOrDefaultAsync<string?>(other, token: Token));
        await _fusion.RemoveAsync(other, token: Token);
        Assert.Equal("v2", await service.GetAsync(2, Token));
    }

    [Fact]
    public void SameCache_IsTheSameEngine() => Assert.Same(_fusion.AsMethodCache(), _fusion.AsMethodCache());

    [Fact]
    public async Task ValueOfAnotherTypeUnderTheKey_IsNoFailure()
    {
        var service = new ReleaseService(_fusion);
        await _fusion.SetAsync(ReleaseService.Cache.Get(_fusion.AsMethodCache(), 1).Key, 42, token: Token);
        Assert.Equal("v1", await service.GetAsync(1, Token));
    }
}
