using CacheGen;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace Cluster.Node;

/// <summary>
/// The cache of a replica: this is all that a host adds to share. How long a value lives stays where it was, at the methods.
/// </summary>
internal static class ClusterCache
{
    /// <param name="services">Where to register.</param>
    /// <param name="redis">L2 and backplane; null for a fallback cache alone.</param>
    /// <param name="disk">The file of the fallback cache; null for one in memory.</param>
    /// <param name="keyPrefix">Stands before every key in Redis, which other applications may use too.</param>
    /// <param name="configureEntry">Changes the entry options of a method; the replay has reason to.</param>
    public static IServiceCollection AddClusterCache(
        this IServiceCollection services,
        string? redis,
        string? disk,
        string keyPrefix = "discogs-cluster:",
        Action<CachedMethod, FusionCacheEntryOptions>? configureEntry = null)
    {
        services.AddCacheGen().UseFusionCache(options => options.ConfigureEntry = configureEntry);

        services.AddSingleton<ClusterMemory>();
        services.AddStorage(redis, disk);
        var fusion = services.AddFusionCache()
            .TryWithRegisteredLogger()
            .WithCacheKeyPrefix(keyPrefix)
            .WithMemoryCache(provider => provider.GetRequiredService<ClusterMemory>())
            .WithOptions(options =>
            {
                // After a failed message the backplane is left alone this long.
                options.BackplaneCircuitBreakerDuration = TimeSpan.FromSeconds(1);
                // Once Redis is back, the others get this long to come back too before what was missed is made up for.
                // It must be longer than they need for that, or they miss the news.
                options.AutoRecoveryDelay = TimeSpan.FromSeconds(4);
                // A value that cannot be read or written is no outage, and is logged (see NodeCommand).
                options.SerializationErrorsLogLevel = LogLevel.Critical;
            })
            .WithSerializer(new FusionCacheSystemTextJsonSerializer())
            .WithCompression()
            .WithRegisteredDistributedCache(ignoreMemoryDistributedCache: false);
        if (redis is null)
            return services;

        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RedisConnection>(provider, redis));
        services.AddHostedService(provider => provider.GetRequiredService<RedisConnection>());
        fusion.WithBackplane(provider => new RedisBackplane(new RedisBackplaneOptions
        {
            ConnectionMultiplexerFactory = provider.GetRequiredService<RedisConnection>().GetAsync,
        }));
        return services;
    }
}

/// <summary>What FusionCache keeps in this process (L1). It is a service so that a replica can be made to forget it.</summary>
internal sealed class ClusterMemory() : MemoryCache(Options.Create(new MemoryCacheOptions()));
