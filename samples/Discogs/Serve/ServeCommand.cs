using CacheGen;
using Discogs.Api;
using Discogs.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samples;

namespace Discogs.Serve;

/// <summary>Runs the cached service as a web service.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(ServeOptions options)
    {
        var settings = DiscogsSettings.FromEnvironment();
        await using var upstream = settings is null ? await DiscogsUpstream.StartAsync(new UpstreamOptions { Seed = options.Seed }) : null;
        settings ??= new DiscogsSettings(upstream!.BaseAddress, DiscogsSettings.BundledToken);

        await using var app = Build(settings, options.Url ?? "http://127.0.0.1:5080");
        await app.StartAsync();
        Console.WriteLine($"Listening on {app.Urls.First()}, asking {settings.BaseAddress}");
        if (upstream is not null)
            Console.WriteLine($"Try {app.Urls.First()}/users/{upstream.Catalogue.Users[0].Username}/statistics, twice, and then /stats");

        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The web service, not yet started.</summary>
    /// <param name="settings">The API it asks.</param>
    /// <param name="url">Where it will listen.</param>
    /// <param name="configure">What another host changes, such as the engine behind the cache.</param>
    public static WebApplication Build(DiscogsSettings settings, string url, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // Program says it in one line

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpClient<IDiscogsApi, DiscogsClient>(settings.Apply)
            .ConfigurePrimaryHttpMessageHandler(settings.CreateHandler);
        builder.Services.AddCacheGen();
        builder.Services.AddTransient<DiscogsCatalog>();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseMiddleware<DiscogsFailures>();
        ServeEndpoints.Map(app);
        return app;
    }
}
