using System.Text;
using CacheGen.Serialization;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace CacheGen.FusionCache.Tests.Serialization;

/// <summary>Two caches over one store, as two nodes are.</summary>
public sealed class CompressionInFusionCacheTests
{
    private static readonly string s_value = string.Join(' ', Enumerable.Range(0, 1000));
    private readonly MemoryDistributedCache _store = new(Options.Create(new MemoryDistributedCacheOptions()));

    [Fact]
    public async Task ValueFromAnotherNode_IsCompressedInTheStore()
    {
        await Node(c => c.WithSystemTextJsonSerializer().WithCompression()).SetAsync("key", s_value);

        Assert.InRange(_store.Get("v2:key")!.Length, 1, s_value.Length * 3 / 4);
        var read = await Node(c => c.WithSystemTextJsonSerializer().WithCompression()).TryGetAsync<string>("key");
        Assert.Equal(s_value, read.Value);
    }

    [Fact]
    public void SyncCalls_AreCompressedToo()
    {
        Node(c => c.WithSystemTextJsonSerializer().WithCompression()).Set("key", s_value);

        Assert.Equal(0xC1, _store.Get("v2:key")![0]);
        Assert.Equal(s_value, Node(c => c.WithSystemTextJsonSerializer().WithCompression()).TryGet<string>("key").Value);
    }

    [Fact]
    public async Task ValueFromBeforeCompression_IsRead()
    {
        await Node(c => c.WithSystemTextJsonSerializer()).SetAsync("key", s_value);

        var read = await Node(c => c.WithSystemTextJsonSerializer().WithCompression()).TryGetAsync<string>("key");

        Assert.Equal(s_value, read.Value);
    }

    [Fact]
    public async Task CorruptValue_IsAMiss()
    {
        var node = Node(c => c.WithSystemTextJsonSerializer().WithCompression());
        await _store.SetAsync("v2:key", [0xC1, 2, .. Encoding.ASCII.GetBytes("not what it says")]);

        Assert.Equal("loaded", await node.GetOrSetAsync<string>("key", _ => Task.FromResult("loaded")));
    }

    [Fact]
    public void WithCompression_WrapsInstanceFactoryAndRegisteredSerializer()
    {
        Action<IFusionCacheBuilder>[] ways =
        [
            c => c.WithSerializer(new FusionCacheSystemTextJsonSerializer()).WithCompression(),
            c => c.WithSerializer(_ => new FusionCacheSystemTextJsonSerializer()).WithCompression(),
            c => c.WithCompression(),
            c => c.WithRegisteredKeyedSerializer("keyed").WithCompression(),
        ];
        foreach (var way in ways)
        {
            Node(way).Set("key", s_value);
            Assert.Equal(0xC1, _store.Get("v2:key")![0]);
            _store.Remove("v2:key");
        }
    }

    [Fact]
    public void WithCompression_TakesOptions()
    {
        Node(c => c.WithSystemTextJsonSerializer().WithCompression(o => o.ThresholdBytes = 1_000_000)).Set("key", s_value);

        Assert.Equal((byte)'{', _store.Get("v2:key")![0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Node(c => c.WithCompression(o => o.ThresholdBytes = -1)));
    }

    private IFusionCache Node(Action<IFusionCacheBuilder> serializer)
    {
        var services = new ServiceCollection();
        services.AddFusionCacheSystemTextJsonSerializer();
        services.AddKeyedSingleton<IFusionCacheSerializer>("keyed", new FusionCacheSystemTextJsonSerializer());
        var builder = services.AddFusionCache().WithDistributedCache(_store)
            .WithDefaultEntryOptions(options => options.SetDuration(TimeSpan.FromHours(1)).ReThrowSerializationExceptions = false);
        serializer(builder);
        return services.BuildServiceProvider().GetRequiredService<IFusionCache>();
    }
}
