using System.Text.Json.Serialization;
using Dj.Hosting;
using Dj.Http;
using Dj.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samples;

namespace Dj.Serve;

/// <summary>Runs the service as a web service.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(ServeOptions options, UpstreamSettings settings)
    {
        await using var upstream = settings.NeedsStandIn ? await DjUpstream.StartAsync(new UpstreamOptions { Seed = options.Seed }) : null;
        await using var app = Build(upstream is null ? settings : settings.OrStandIn(upstream), options.Url ?? "http://127.0.0.1:5082", !settings.IsStandInOnly);
        await app.StartAsync();
        Console.WriteLine($"Listening on {app.Urls.First()}");
        if (settings.Spotify is null)
        {
            var playlist = upstream!.World.Playlists.First;
            Console.WriteLine($"Try {app.Urls.First()}/playlists/{playlist.Id}/analysis, twice, and then /stats");
            Console.WriteLine($"It is edited with the token user-token-{playlist.OwnerId}");
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The web service, not yet started.</summary>
    /// <param name="upstreams">Where the four APIs are; none of them is null.</param>
    /// <param name="url">Where it will listen.</param>
    /// <param name="asPublished">Keep to the limits that the public APIs publish.</param>
    /// <param name="configure">What another host changes.</param>
    public static WebApplication Build(UpstreamSettings upstreams, string url, bool asPublished, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // Program says it in one line
        builder.Services.AddDj(upstreams, PreferenceFolder.Default, asPublished);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false)));
        builder.Services.AddProblemDetails();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<Failures>();
        Endpoints.Map(app);
        return app;
    }
}
