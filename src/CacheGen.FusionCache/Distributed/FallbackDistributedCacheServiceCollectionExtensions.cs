using CacheGen.Distributed;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="FallbackDistributedCache"/>.</summary>
public static class FallbackDistributedCacheServiceCollectionExtensions
{
    private const string Primary = "CacheGen.Distributed.Primary";
    private const string Secondary = "CacheGen.Distributed.Secondary";

    /// <summary>
    /// Registers a <see cref="FallbackDistributedCache"/>, as itself and as the <see cref="IDistributedCache"/> that FusionCache's
    /// <c>WithRegisteredDistributedCache()</c> takes. An IDistributedCache that was registered before is replaced.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="primary">Makes the primary, such as a RedisCache for Dragonfly. What it makes is disposed with the services.</param>
    /// <param name="secondary">Makes the secondary, such as a SqliteCache. What it makes is disposed with the services.</param>
    /// <param name="configure">Changes the defaults; a second call adds to the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">When the cache is resolved: an option has a value that makes no sense.</exception>
    public static IServiceCollection AddFallbackDistributedCache(
        this IServiceCollection services,
        Func<IServiceProvider, IDistributedCache> primary,
        Func<IServiceProvider, IDistributedCache> secondary,
        Action<FallbackDistributedCacheOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(primary);
        ArgumentNullException.ThrowIfNull(secondary);
        var options = services.AddOptions<FallbackDistributedCacheOptions>();
        if (configure is not null)
            options.Configure(configure);

        // Keyed, so that the container owns them: it disposes what its factories make.
        services.AddKeyedSingleton(Primary, (provider, _) => primary(provider));
        services.AddKeyedSingleton(Secondary, (provider, _) => secondary(provider));
        services.TryAddSingleton(static provider => new FallbackDistributedCache(
            provider.GetRequiredKeyedService<IDistributedCache>(Primary),
            provider.GetRequiredKeyedService<IDistributedCache>(Secondary),
            provider.GetRequiredService<IOptions<FallbackDistributedCacheOptions>>().Value,
            provider.GetService<ILogger<FallbackDistributedCache>>()));
        services.RemoveAll<IDistributedCache>();
        services.AddSingleton<IDistributedCache>(static provider => provider.GetRequiredService<FallbackDistributedCache>());
        return services;
    }
}
