using CacheGen.Distributed;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cluster;

/// <summary>What lies behind a replica's memory: Redis, and where that is away, a cache of the replica's own.</summary>
internal static class Storage
{
    /// <summary>What the fallback cache is, for people.</summary>
    public static string Describe(string? disk) => disk is null ? "a second cache in memory (no --disk was given)"
        : HasSqlite ? $"the file {disk}"
        : "a second cache in memory (NeoSmart.Caching.Sqlite is on no package source)";

    /// <param name="services">Where to register.</param>
    /// <param name="redis">The level that the replicas share; null for the fallback cache alone.</param>
    /// <param name="disk">The file of the fallback cache; null for one in memory.</param>
    public static void AddStorage(this IServiceCollection services, string? redis, string? disk)
    {
        if (redis is null)
            services.AddSingleton(_ => Fallback(disk));
        else
            services.AddFallbackDistributedCache(Redis, _ => Fallback(disk), Configure);
    }

    private static void Configure(FallbackDistributedCacheOptions options)
    {
        // The other replica goes on writing to Redis: a copy here would not learn of it, and what was missed is loaded again.
        options.MirrorWrites = false;
        options.OnReturn = ReturnMode.Remove;
        // A connection that fails fast makes it cheap to try again soon.
        options.BreakDuration = TimeSpan.FromSeconds(1);
    }

    private static RedisCache Redis(IServiceProvider provider) => new(Options.Create(new RedisCacheOptions
    {
        ConnectionMultiplexerFactory = provider.GetRequiredService<Node.RedisConnection>().GetAsync,
    }));

    private static IDistributedCache Fallback(string? disk) =>
        OnDisk(disk) ?? new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));

    // See Cluster.csproj.
#if SQLITE
    private static bool HasSqlite => true;

    private static IDistributedCache? OnDisk(string? disk) => disk is null ? null : Sqlite.SqliteFallback.Open(disk);
#else
    private static bool HasSqlite => false;

    private static IDistributedCache? OnDisk(string? disk) => null;
#endif
}
