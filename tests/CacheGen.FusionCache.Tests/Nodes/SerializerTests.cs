using CacheGen.FusionCache.Tests.Redis;
using Xunit;
using ZiggyCreatures.Caching.Fusion.Serialization;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>A value that cannot go to Redis, or cannot be read from there, is the cache's trouble and never its callers'.</summary>
public sealed class SerializerTests(RedisServer redis) : NodeTests(redis), IClassFixture<RedisServer>
{
    [Fact]
    public async Task SerializerThatCannotWrite_CallersGetTheirValuesAndTheNodeKeepsThem()
    {
        var node = await StartAsync(Options with { Serializer = new Failing { Writes = false } });
        Assert.Equal("old", await node.Catalog.PlainAsync(1));
        Database = "new";
        Assert.Equal("old", await node.Catalog.PlainAsync(1));
        Assert.Equal("new", await node.Catalog.FailSafeAsync(1));
        Assert.Equal("new", await Task.Run(() => node.Catalog.Sync(1)));
        Assert.Equal((3, 0), (node.Source.Loads, node.Cache.GetStatistics().Errors));
    }

    [Fact]
    public async Task SerializerThatCannotWrite_InvalidationsDoNotThrow()
    {
        var (a, b) = (await StartAsync(Options with { Serializer = new Failing { Writes = false } }), await StartAsync());
        await b.Catalog.PlainAsync(1);
        Database = "set";
        await a.Plain(1).SetAsync("set");
        Assert.Equal("set", await a.Catalog.PlainAsync(1));
        await Task.Run(() => a.Plain(2).Set("set"));
        Assert.Equal("set", await a.Catalog.PlainAsync(2));
        Database = "new";
        await a.Plain(1).RemoveAsync();
        Assert.Equal("new", await a.Catalog.PlainAsync(1));
        await ServesAsync(b, 1, "new", Soon.Second);
        await a.Cache.ClearAsync();
    }

    [Fact]
    public async Task SerializerThatCannotRead_CallersGetTheirValuesFromTheSource()
    {
        var (a, b) = (await StartAsync(), await StartAsync(Options with { Serializer = new Failing { Reads = false } }));
        await a.Catalog.PlainAsync(1);
        Database = "new";
        Assert.False((await b.Plain(1).PeekAsync()).Found);
        Assert.Equal("new", await b.Catalog.PlainAsync(1));
        Assert.Equal(0, b.Cache.GetStatistics().Errors);
        // What it cannot read it keeps in its memory all the same.
        Assert.Equal("new", await b.Catalog.PlainAsync(2));
        Database = "newer";
        Assert.Equal("new", await b.Catalog.PlainAsync(2));
    }

    [Fact]
    public async Task SomethingElseUnderTheKeyInRedis_TheSourceAnswers()
    {
        var (a, b) = await StartTwoAsync();
        await a.Catalog.PlainAsync(1);
        foreach (var key in await KeysInRedisAsync())
            await Redis.AskAsync($"HSET {key} data nonsense");
        Database = "new";
        Assert.Equal("new", await b.Catalog.PlainAsync(1));
        Assert.Equal("new", await AskNewNodeAsync(1));
    }

    // "KEYS *" answers "$12", "v2:…:plain:1" and so on, line by line.
    private async Task<string[]> KeysInRedisAsync()
    {
        var keys = (await Redis.AskAsync($"KEYS *{Service}*plain:1"))!.Split("\r\n").Where(line => line.EndsWith("plain:1", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(keys);
        return keys;
    }

    private sealed class Failing : IFusionCacheSerializer
    {
        private readonly FusionCacheSystemTextJsonSerializer _inner = new();

        public bool Writes { get; init; } = true;

        public bool Reads { get; init; } = true;

        public byte[] Serialize<T>(T? obj) => Writes ? _inner.Serialize(obj) : throw new NotSupportedException("cannot be written");

        public T? Deserialize<T>(byte[] data) => Reads ? _inner.Deserialize<T>(data) : throw new NotSupportedException("cannot be read");

        public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) => new(Serialize(obj));

        public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) => new(Deserialize<T>(data));
    }
}
