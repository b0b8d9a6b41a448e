using System.Threading.RateLimiting;
using CacheGen;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the limiters that methods name in <c>RateLimit</c>.</summary>
public static class RateLimiterBuilderExtensions
{
    /// <summary>
    /// Registers a limiter by what a source allows. What a source allows concerns the whole application, so the name is known to all of its
    /// caches, and the limiter is the keyed service <c>[FromKeyedServices("name")] RateLimiter</c> for calls that are not cached.
    /// </summary>
    /// <param name="builder">Of any of the application's caches.</param>
    /// <param name="name">What the methods say: <c>RateLimit = "discogs"</c>. Registered twice, the later one holds.</param>
    /// <param name="plan">Such as <c>RateLimits.Every(TimeSpan.FromSeconds(2)).AtMost(1000, per: TimeSpan.FromHours(1))</c>.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static ICacheGenBuilder AddRateLimiter(this ICacheGenBuilder builder, string name, RateLimitPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return AddRateLimiter(builder, name, services => plan.Build(services.GetService<TimeProvider>()));
    }

    /// <inheritdoc cref="AddRateLimiter(ICacheGenBuilder, string, RateLimitPlan)"/>
    /// <param name="limiter">Any limiter; it remains yours to dispose.</param>
#pragma warning disable CS1573 // The other parameters are documented where the text is inherited from.
    public static ICacheGenBuilder AddRateLimiter(this ICacheGenBuilder builder, string name, RateLimiter limiter)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        Check(builder, name);
        builder.Services.AddKeyedSingleton(name, limiter);
        return Offer(builder, name);
    }

    /// <inheritdoc cref="AddRateLimiter(ICacheGenBuilder, string, RateLimitPlan)"/>
    /// <param name="create">Makes the limiter, once; the container disposes it.</param>
    public static ICacheGenBuilder AddRateLimiter(this ICacheGenBuilder builder, string name, Func<IServiceProvider, RateLimiter> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Check(builder, name);
        builder.Services.AddKeyedSingleton(name, (services, _) => create(services));
        return Offer(builder, name);
    }
#pragma warning restore CS1573

    private static void Check(ICacheGenBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
    }

    // Named null: the options of all caches. A limiter that a cache's own options hold under that name comes first.
    private static ICacheGenBuilder Offer(ICacheGenBuilder builder, string name)
    {
        builder.Services.AddOptions();
        builder.Services.AddSingleton<IConfigureOptions<CacheGenOptions>>(services => new OfferedLimiter(services, name));
        return builder;
    }

    private sealed class OfferedLimiter(IServiceProvider services, string name) : IConfigureNamedOptions<CacheGenOptions>
    {
        public void Configure(CacheGenOptions options) => Configure(Options.Options.DefaultName, options);

        public void Configure(string? optionsName, CacheGenOptions options) =>
            options.RateLimiters.TryAdd(name, services.GetRequiredKeyedService<RateLimiter>(name));
    }
}
