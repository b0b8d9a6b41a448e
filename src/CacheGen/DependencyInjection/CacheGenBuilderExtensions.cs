using CacheGen;
using CacheGen.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What can be said of a cache that AddCacheGen has registered.</summary>
public static class CacheGenBuilderExtensions
{
    /// <summary>
    /// Takes the cache's options, and overrides of what the methods' attributes say, from a section of the application's configuration.
    /// They follow its changes while the program runs.
    /// </summary>
    /// <param name="builder">What AddCacheGen returned.</param>
    /// <param name="sectionPath">Such as <c>"CacheGen"</c>. The section may be missing.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static ICacheGenBuilder BindConfiguration(this ICacheGenBuilder builder, string sectionPath)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(sectionPath);
        return Bind(builder, provider => provider.GetRequiredService<IConfiguration>().GetSection(sectionPath));
    }

    /// <summary>The same, from a section at hand: <c>configuration.GetSection("CacheGen")</c>.</summary>
    public static ICacheGenBuilder BindConfiguration(this ICacheGenBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        return Bind(builder, _ => section);
    }

    /// <summary>For engines: the cache is what this makes. It is told of changes of its options.</summary>
    public static ICacheGenBuilder UseEngine(this ICacheGenBuilder builder, Func<IServiceProvider, CacheGenOptions, MethodCache> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.Replace(builder.Name is { } key
            ? ServiceDescriptor.KeyedSingleton<MethodCache>(key, (provider, _) => Create(provider, key, create))
            : ServiceDescriptor.Singleton<MethodCache>(provider => Create(provider, Options.Options.DefaultName, create)));
        return builder;
    }

    internal static MethodCache Create(IServiceProvider provider, string name, Func<IServiceProvider, CacheGenOptions, MethodCache> create)
    {
        var monitor = provider.GetRequiredService<IOptionsMonitor<CacheGenOptions>>();
        var options = monitor.Get(name);
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        options.Services ??= provider;
        var cache = create(provider, options);
        // The monitor is a singleton too: it lets go of the cache when it is disposed with the provider.
        monitor.OnChange((changed, changedName) =>
        {
            if (changedName == name)
                Apply(cache, changed, options.LoggerFactory);
        });
        // It may have changed before anybody listened.
        if (monitor.Get(name) is var now && !ReferenceEquals(now, options))
            Apply(cache, now, options.LoggerFactory);
        return cache;
    }

    // Whatever fails here fails on a thread of a file watcher.
    private static void Apply(MethodCache cache, CacheGenOptions options, ILoggerFactory? loggers)
    {
        try
        {
            cache.Configure(options);
        }
        catch (Exception exception)
        {
            if (loggers is not null)
                Log.NotApplied(loggers.CreateLogger<MethodCache>(), exception);
        }
    }

    private static ICacheGenBuilder Bind(ICacheGenBuilder builder, Func<IServiceProvider, IConfiguration> section)
    {
        var name = builder.Name ?? Options.Options.DefaultName;
        builder.Services.AddSingleton<IConfigureOptions<CacheGenOptions>>(provider => new ConfigurationReader(name, section(provider)));
        builder.Services.AddSingleton<IOptionsChangeTokenSource<CacheGenOptions>>(provider => new ConfigurationReader(name, section(provider)));
        return builder;
    }
}
