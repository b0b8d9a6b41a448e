using Microsoft.Extensions.DependencyInjection;

namespace CacheGen;

/// <summary>Where other engines and features hook in: <c>services.AddCacheGen().UseFusionCache()</c>.</summary>
public interface ICacheGenBuilder
{
    /// <summary>The services that the cache is registered in.</summary>
    IServiceCollection Services { get; }

    /// <summary>The name of a keyed cache; null for the default one.</summary>
    string? Name { get; }
}

internal sealed record CacheGenBuilder(IServiceCollection Services, string? Name) : ICacheGenBuilder;
