using CacheGen;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.Tests;

/// <summary>The limits that the service has; most tests do without Spotify's pace.</summary>
internal static class ProductionLimits
{
    public static void Of(IServiceCollection services) =>
        services.AddCacheGen().AddRateLimiter(Upstreams.Spotify, ClientLimits.Of(Upstreams.Spotify, asPublished: false));
}
