using CacheGen;
using CacheGen.Fusion;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZiggyCreatures.Caching.Fusion;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts <see cref="MethodCache"/> on FusionCache.</summary>
public static class FusionCacheGenBuilderExtensions
{
    /// <summary>
    /// The cached methods run on FusionCache: on the default one that the application registered with AddFusionCache, or, where it
    /// registered none, on one of their own in this process's memory.
    /// </summary>
    public static ICacheGenBuilder UseFusionCache(this ICacheGenBuilder builder, Action<FusionEngineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Use(builder, configure, static provider => provider.GetService<IFusionCache>());
    }

    /// <summary>The cached methods run on the FusionCache that the application registered with <c>AddFusionCache(cacheName)</c>.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static ICacheGenBuilder UseFusionCache(this ICacheGenBuilder builder, string cacheName, Action<FusionEngineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(cacheName);
        return Use(builder, configure, provider =>
            provider.GetService<IFusionCacheProvider>()?.GetCacheOrNull(cacheName)
            ?? throw new InvalidOperationException(
                $"UseFusionCache(\"{cacheName}\") finds no FusionCache of that name: register it with services.AddFusionCache(\"{cacheName}\")."));
    }

    /// <summary>The cached methods run on a FusionCache of the user's own.</summary>
    public static ICacheGenBuilder UseFusionCache(
        this ICacheGenBuilder builder, Func<IServiceProvider, IFusionCache> cache, Action<FusionEngineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(cache);
        return Use(builder, configure, cache);
    }

    private static ICacheGenBuilder Use(ICacheGenBuilder builder, Action<FusionEngineOptions>? configure, Func<IServiceProvider, IFusionCache?> find)
    {
        var name = builder.Name ?? Options.Options.DefaultName;
        var options = builder.Services.AddOptions<FusionEngineOptions>(name);
        if (configure is not null)
            options.Configure(configure);
        return builder.UseEngine((provider, cacheOptions) => Create(provider, name, cacheOptions, find));
    }

    private static FusionMethodCache Create(IServiceProvider provider, string name, CacheGenOptions options, Func<IServiceProvider, IFusionCache?> find)
    {
        var engineOptions = provider.GetRequiredService<IOptionsMonitor<FusionEngineOptions>>().Get(name);
        var found = find(provider);
        var fusion = found ?? new FusionCache(new FusionCacheOptions { CacheName = "CacheGen" }, logger: options.LoggerFactory?.CreateLogger<FusionCache>());
        return new FusionMethodCache(fusion, options, engineOptions, ownsFusion: found is null);
    }
}
