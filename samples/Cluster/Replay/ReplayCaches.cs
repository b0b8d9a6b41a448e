using CacheGen;
using Cluster.Node;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZiggyCreatures.Caching.Fusion;

namespace Cluster.Replay;

/// <summary>Caches as a replica has them, for a replay: each empty, with the run's clock.</summary>
internal sealed class ReplayCaches(string? redis, int speed) : IAsyncDisposable
{
    private readonly List<ServiceProvider> _providers = [];

    // FusionCache reads the system's clock and no other. Where the run's clock is forty times as fast, values live a fortieth of their time.
    public MethodCache Create(TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        // What an earlier replay has left in Redis must not make this one look better.
        services.AddClusterCache(redis, disk: null, keyPrefix: $"replay-{Guid.NewGuid():N}:", (_, entry) => Hasten(entry));
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredService<MethodCache>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();
    }

    private void Hasten(FusionCacheEntryOptions entry)
    {
        entry.Duration /= speed;
        entry.JitterMaxDuration /= speed;
        entry.FailSafeMaxDuration /= speed;
    }
}
