using CacheGen;
using Dj.Http;
using Dj.Metering;
using Dj.Upstream;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.Hosting;

/// <summary>The service without a web server, and the stand-in that it asks where no address says otherwise.</summary>
public sealed class DjHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private DjHost(DjUpstream? upstream, ServiceProvider services)
    {
        Upstream = upstream;
        _services = services;
    }

    /// <summary>The bundled APIs; null where none of them is asked.</summary>
    public DjUpstream? Upstream { get; }

    public IServiceProvider Services => _services;

    /// <summary>What is used of each upstream.</summary>
    public IReadOnlyList<UpstreamMeter> Meters => [.. Upstreams.All.Select(upstream => _services.GetRequiredKeyedService<UpstreamMeter>(upstream))];

    /// <summary>The five caches.</summary>
    public IReadOnlyList<MethodCache> Caches =>
        [_services.GetRequiredService<MethodCache>(), .. _services.GetKeyedServices<MethodCache>(KeyedService.AnyKey)];

    /// <param name="settings">Where the APIs are.</param>
    /// <param name="options">Of the stand-in for those that are nowhere else.</param>
    /// <param name="configure">What is different from the service as it is.</param>
    /// <param name="cache">What is different with each cache, such as the engine behind it.</param>
    /// <param name="ct">Ends the start.</param>
    public static async Task<DjHost> StartAsync(
        UpstreamSettings settings,
        UpstreamOptions options,
        Action<IServiceCollection>? configure = null,
        Action<ICacheGenBuilder>? cache = null,
        CancellationToken ct = default)
    {
        var upstream = settings.NeedsStandIn ? await DjUpstream.StartAsync(options, ct) : null;
        var services = new ServiceCollection();
        services.AddSingleton(options.TimeProvider);
        // What is real has the limits that are published, and so has a stand-in that is told to.
        var asPublished = !settings.IsStandInOnly || options.Limits == Dj.Upstream.UpstreamLimits.Published;
        services.AddDj(upstream is null ? settings : settings.OrStandIn(upstream), PreferenceFolder.Default, asPublished, cache);
        configure?.Invoke(services);
        return new DjHost(upstream, services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Upstream is not null)
            await Upstream.DisposeAsync();
    }
}
