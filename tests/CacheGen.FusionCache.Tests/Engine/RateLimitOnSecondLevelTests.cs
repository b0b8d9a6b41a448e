using CacheGen.Conformance;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Xunit;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace CacheGen.FusionCache.Tests.Engine;

public sealed class RateLimitOnSecondLevelTests : IDisposable
{
    private readonly MemoryDistributedCache _store = new(Options.Create(new MemoryDistributedCacheOptions()));
    private readonly ScriptedLimiter _limiter = new();
    private readonly List<IDisposable> _nodes = [];

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Dispose();
        _limiter.Dispose();
    }

    [Fact]
    public async Task AnswerOfTheSecondLevel_TakesNoLease()
    {
        var first = Node();
        var second = Node();
        await first.PlainAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal("v1", await second.PlainAsync(1, TestContext.Current.CancellationToken));
        Assert.Equal((1, 0), (_limiter.Taken, second.Source.Loads));
    }

    private LimitedCatalog Node()
    {
        var fusion = new ZiggyCreatures.Caching.Fusion.FusionCache(new FusionCacheOptions());
        fusion.SetupDistributedCache(_store, new FusionCacheSystemTextJsonSerializer());
        _nodes.Add(fusion);
        var options = new CacheGenOptions();
        options.RateLimiters.Add("api", _limiter);
        return new LimitedCatalog(fusion.AsMethodCache(options));
    }
}
