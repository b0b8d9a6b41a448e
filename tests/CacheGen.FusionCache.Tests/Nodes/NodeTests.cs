using CacheGen.FusionCache.Tests.Redis;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>What tests of several nodes share: a database that all nodes read, and nodes that end with the test.</summary>
public abstract class NodeTests : IAsyncLifetime
{
    private readonly List<Node> _nodes = [];
    private readonly bool _ownsRedis;

    protected NodeTests(RedisServer redis) => Redis = redis;

    /// <summary>For tests that stop Redis: each has one of its own.</summary>
    protected NodeTests() : this(new RedisServer()) => _ownsRedis = true;

    protected RedisServer Redis { get; }

    /// <summary>Tests of one class may share a Redis, so each is a service of its own.</summary>
    protected string Service { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What every source answers from now on.</summary>
    protected string? Database { get; set; } = "old";

    /// <summary>What all nodes of the test have in common.</summary>
    protected virtual NodeOptions Options => new();

    protected async Task<Node> StartAsync(NodeOptions? options = null)
    {
        // Until the backplane is there FusionCache blocks; the pool's threads are what the connection needs meanwhile.
        var node = await Task.Factory.StartNew(
            () => new Node(Redis, Service, options ?? Options), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        node.Source.Answers = () => Database;
        _nodes.Add(node);
        return node;
    }

    protected async Task<(Node A, Node B)> StartTwoAsync() => (await StartAsync(), await StartAsync());

    /// <summary>Both nodes have the value in their memory: one loads it, the other takes it from Redis.</summary>
    protected static async Task ShareAsync(Node one, Node other, int id)
    {
        var value = await one.Catalog.PlainAsync(id);
        var loads = other.Source.Loads;
        Assert.Equal(value, await other.Catalog.PlainAsync(id));
        Assert.Equal(loads, other.Source.Loads);
    }

    /// <summary>A node that has seen nothing yet answers what is in Redis, or what the database says where nothing is.</summary>
    protected async Task<string?> AskNewNodeAsync(int id) => await (await StartAsync()).Catalog.PlainAsync(id);

    protected static Task ServesAsync(Node node, int id, string value, TimeSpan deadline) =>
        Soon.TrueAsync(deadline, async () => await node.Catalog.PlainAsync(id) == value, $"the node serves \"{value}\"");

    public ValueTask InitializeAsync() => _ownsRedis ? Redis.InitializeAsync() : ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in _nodes)
            await node.DisposeAsync();
        if (_ownsRedis)
            await Redis.DisposeAsync();
    }
}
