using Discogs.Api;
using Discogs.Serve;
using Discogs.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cluster.Node;

/// <summary>Runs one replica: the Discogs sample's service, unchanged, on the cache of this cluster.</summary>
public static class NodeCommand
{
    public static async Task<int> RunAsync(NodeOptions options)
    {
        var settings = options.Upstream is { } url
            ? new DiscogsSettings(new Uri(url), DiscogsSettings.BundledToken)
            : DiscogsSettings.FromEnvironment();
        await using var upstream = settings is null ? await DiscogsUpstream.StartAsync(new UpstreamOptions()) : null;
        settings ??= new DiscogsSettings(upstream!.BaseAddress, DiscogsSettings.BundledToken);

        await using var app = Build(options, settings);
        await app.StartAsync();
        Console.WriteLine(
            $"{options.Name} listens on {app.Urls.First()}, asks {settings.BaseAddress}, "
                + $"shares through {options.Redis ?? "nothing"}, falls back on {Storage.Describe(options.Disk)}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The replica, not yet started.</summary>
    public static WebApplication Build(NodeOptions options, DiscogsSettings settings)
    {
        var app = ServeCommand.Build(settings, $"http://{options.Host}:{options.Port}", builder =>
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
            // FusionCache reports each operation that Redis took no part in, a missed subscription even as an error (which the
            // connection makes up for), and the fallback cache the outage. RedisConnection says it, once.
            builder.Logging.AddFilter("ZiggyCreatures", LogLevel.Critical);
            builder.Logging.AddFilter("CacheGen.Distributed", LogLevel.Error);
            builder.Services.AddClusterCache(options.Redis, options.Disk);
        });

        // Alive means that it answers, which it does with Redis or without.
        var redis = app.Services.GetService<RedisConnection>();
        app.MapGet("/health", (ClusterMemory memory) => new NodeHealth(
            options.Name,
            Redis: redis is null ? "none" : redis.IsConnected ? "connected" : "away",
            Fallback: Storage.Describe(options.Disk),
            Entries: memory.Count));
        // What a restart forgets, without the restart.
        app.MapDelete("/memory", (ClusterMemory memory) =>
        {
            memory.Clear();
            return Results.NoContent();
        });
        return app;
    }
}

/// <summary>What <c>/health</c> says.</summary>
/// <param name="Name">Which replica this is.</param>
/// <param name="Redis">connected, away, or none.</param>
/// <param name="Fallback">What serves when Redis is away.</param>
/// <param name="Entries">Entries in this process's memory.</param>
public sealed record NodeHealth(string Name, string Redis, string Fallback, int Entries);
