using System.Diagnostics.CodeAnalysis;
using CacheGen;
using CacheGen.Warmup;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers warm-ups.</summary>
public static class CacheWarmupServiceCollectionExtensions
{
    /// <summary>
    /// Registers a warm-up, and <see cref="ICacheWarmer"/> to run it on demand. When the application starts, warm-ups run one after
    /// another in the order of their registration, without holding it up. A warm-up that is registered twice runs with the later options.
    /// </summary>
    /// <typeparam name="TWarmup">Made anew for each run, in its own scope: as it is registered, else by its constructor.</typeparam>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    public static IServiceCollection AddCacheWarmup<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TWarmup>(
        this IServiceCollection services, Action<CacheWarmupOptions>? configure = null)
        where TWarmup : class, ICacheWarmup
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new CacheWarmupOptions();
        configure?.Invoke(options);
        options.Validate(typeof(TWarmup));

        var registration = new WarmupRegistration(
            typeof(TWarmup), options, static services => services.GetService<TWarmup>() ?? ActivatorUtilities.CreateInstance<TWarmup>(services));
        var earlier = services.FirstOrDefault(service => (service.IsKeyedService ? null : service.ImplementationInstance) is WarmupRegistration other && other.Type == typeof(TWarmup));
        if (earlier is null)
            services.AddSingleton(registration);
        else
            services[services.IndexOf(earlier)] = ServiceDescriptor.Singleton(registration);

        services.TryAddSingleton<CacheWarmer>();
        services.TryAddSingleton<ICacheWarmer>(static services => services.GetRequiredService<CacheWarmer>());
        // By a factory, of which TryAddEnumerable could not tell whether it is there.
        if (earlier is null && services.Count(service => service.ServiceType == typeof(WarmupRegistration)) == 1)
            services.AddSingleton<IHostedService>(static services => services.GetRequiredService<CacheWarmer>());
        return services;
    }
}
