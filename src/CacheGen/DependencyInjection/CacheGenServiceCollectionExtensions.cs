using CacheGen;
using CacheGen.Configuration;
using CacheGen.InProcess;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="MethodCache"/>.</summary>
public static class CacheGenServiceCollectionExtensions
{
    /// <summary>
    /// Registers the <see cref="MethodCache"/> that services take in their constructor, on the in-process engine.
    /// Calling it again adds to the options.
    /// </summary>
    public static ICacheGenBuilder AddCacheGen(this IServiceCollection services, Action<CacheGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        Configure(services, Options.Options.DefaultName, configure);
        services.TryAddSingleton<MethodCache>(provider => Create(provider, Options.Options.DefaultName));
        return new CacheGenBuilder(services, Name: null);
    }

    /// <summary>
    /// The same, with options and overrides of what the methods' attributes say taken from a section of the configuration:
    /// <c>AddCacheGen(configuration.GetSection("CacheGen"))</c>.
    /// </summary>
    public static ICacheGenBuilder AddCacheGen(this IServiceCollection services, IConfiguration section) =>
        services.AddCacheGen().BindConfiguration(section);

    /// <summary>
    /// Registers a cache of its own, with options, entries and statistics of its own, that a service takes as
    /// <c>[FromKeyedServices("name")] MethodCache cache</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static ICacheGenBuilder AddCacheGen(this IServiceCollection services, string name, Action<CacheGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Configure(services, name, configure);
        services.TryAddKeyedSingleton<MethodCache>(name, (provider, _) => Create(provider, name));
        return new CacheGenBuilder(services, name);
    }

    private static void Configure(IServiceCollection services, string name, Action<CacheGenOptions>? configure)
    {
        var options = services.AddOptions<CacheGenOptions>(name).ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        // One object in both roles: what it has found good it keeps.
        services.TryAddSingleton<OptionsGuard>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CacheGenOptions>, OptionsGuard>(Guard));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CacheGenOptions>, OptionsGuard>(Guard));
    }

    private static OptionsGuard Guard(IServiceProvider provider) => provider.GetRequiredService<OptionsGuard>();

    private static MethodCache Create(IServiceProvider provider, string name) =>
        CacheGenBuilderExtensions.Create(provider, name, static (services, options) =>
        {
            // An engine that has a clock of its own, as FusionCache has, must not go by two.
            options.DefaultTo(services.GetService<TimeProvider>());
            return new InProcessCache(options);
        });
}
