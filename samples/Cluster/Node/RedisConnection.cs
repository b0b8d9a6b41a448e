using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Cluster.Node;

/// <summary>
/// One connection for L2 and backplane. It is there when Redis is not, and says once when Redis goes and once when it is back.
/// </summary>
internal sealed partial class RedisConnection(string address, ILogger<RedisConnection> logger) : IHostedService
{
    private readonly Lock _connecting = new();
    private Task<IConnectionMultiplexer>? _connection;
    private int _isAway;

    public bool IsConnected => _connection is { IsCompletedSuccessfully: true } connected && connected.Result.IsConnected;

    public Task<IConnectionMultiplexer> GetAsync()
    {
        lock (_connecting)
            return _connection ??= ConnectAsync();
    }

    /// <summary>Connects before the first request, so that a replica without Redis says so when it starts and not when it is asked.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => GetAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IConnectionMultiplexer> ConnectAsync()
    {
        var configuration = ConfigurationOptions.Parse(address);
        configuration.AbortOnConnectFail = false; // a replica starts without Redis, and connects when there is one
        configuration.BacklogPolicy = BacklogPolicy.FailFast; // what cannot be sent fails at once, so that somebody else answers
        configuration.ConnectTimeout = 1_000;
        configuration.AsyncTimeout = configuration.SyncTimeout = 1_000;
        configuration.ReconnectRetryPolicy = new LinearRetry(500);
        configuration.HeartbeatInterval = TimeSpan.FromMilliseconds(250); // how often it looks whether to reconnect

        var connection = await ConnectionMultiplexer.ConnectAsync(configuration);
        if (!connection.IsConnected)
            OnGone();
        connection.ConnectionFailed += (_, _) => OnGone();
        connection.ConnectionRestored += (_, _) => OnBack(connection);
        return connection;
    }

    private void OnGone()
    {
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
            RedisAway(logger, address);
    }

    // Commands and subscriptions have a connection each.
    private void OnBack(ConnectionMultiplexer connection)
    {
        if (connection.IsConnected && Interlocked.Exchange(ref _isAway, 0) == 1)
            RedisBack(logger, address);
    }

    [LoggerMessage(1, LogLevel.Warning, "Redis at {Address} does not answer; until it does, this replica serves from memory, its fallback cache and the API")]
    private static partial void RedisAway(ILogger logger, string address);

    [LoggerMessage(2, LogLevel.Warning, "Redis at {Address} is there again")]
    private static partial void RedisBack(ILogger logger, string address);
}
