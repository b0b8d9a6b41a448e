using Xunit;

namespace CacheGen.FusionCache.Tests.Redis;

/// <summary>What the tests of outages rely on.</summary>
public sealed class RedisServerTests
{
    [Fact]
    public async Task Server_AnswersUntilItIsStoppedAndComesBackEmptyOnItsPort()
    {
        await using var redis = new RedisServer();
        await redis.InitializeAsync();
        var port = redis.Port;
        Assert.StartsWith("+OK", await redis.AskAsync("SET name value"), StringComparison.Ordinal);
        Assert.Contains("value", await redis.AskAsync("GET name"), StringComparison.Ordinal);

        await redis.StopAsync();
        Assert.Null(await redis.AskAsync("PING"));

        await redis.StartAsync();
        Assert.Equal(port, redis.Port);
        Assert.StartsWith("$-1", await redis.AskAsync("GET name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposedServer_LeavesNothingBehind()
    {
        var redis = new RedisServer();
        await redis.InitializeAsync();
        await redis.DisposeAsync();
        Assert.Null(await redis.AskAsync("PING"));
        Assert.False(Directory.Exists(redis.Folder));
    }

    [Fact]
    public async Task TwoServers_HaveTwoPorts()
    {
        await using var one = new RedisServer();
        await using var other = new RedisServer();
        await Task.WhenAll(one.InitializeAsync().AsTask(), other.InitializeAsync().AsTask());
        await one.AskAsync("SET name value");
        Assert.StartsWith("$-1", await other.AskAsync("GET name"), StringComparison.Ordinal);
    }
}
