using CacheGen.FusionCache.Tests.Redis;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>What tests of several nodes share: a database that all nodes read, and nodes that end with the test.</summary>
public abstract class NodeTests : IAsyncLifetime
{
    private readonly List<Node> _nodes = [];
    private readonly bool _ownsRedis;

    // Tests of one class may share a Redis, so each is a service of its own.
    private readonly string _service = Guid.NewGuid().ToString("N");

    protected NodeTests(RedisServer redis) => Redis = redis;

    /// <summary>For tests that stop Redis: each has one of its own.</summary>
    protected NodeTests() : this(new RedisServer()) => _ownsRedis = true;

    protected RedisServer Redis { get; }

    /// <summary>What every source answers from now on.</summary>
    protected string? Database { get; set; } = "old";

    protected Node Start(NodeOptions? options = null)
    {
        var node = new Node(Redis, _service, options);
        node.Source.Answers = () => Database;
        _nodes.Add(node);
        return node;
    }

    /// <summary>Both nodes have the value in their memory: one loads it, the other takes it from Redis.</summary>
    protected static async Task ShareAsync(Node one, Node other, int id)
    {
        var value = await one.Catalog.PlainAsync(id);
        var loads = other.Source.Loads;
        Assert.Equal(value, await other.Catalog.PlainAsync(id));
        Assert.Equal(loads, other.Source.Loads);
    }

    /// <summary>A node that has seen nothing yet answers what is in Redis, or what the database says where nothing is.</summary>
    protected async Task<string?> AskNewNodeAsync(int id) => await Start().Catalog.PlainAsync(id);

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
