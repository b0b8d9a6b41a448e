using Discogs.Upstream.Catalogue;
using Discogs.Upstream.Endpoints;
using Discogs.Upstream.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samples;

namespace Discogs.Upstream;

/// <summary>
/// A Discogs API of one's own, on loopback: paths, parameters, documents, errors, rate limit and response times are those of
/// https://www.discogs.com/developers, the music is made up.
/// </summary>
public sealed class DiscogsUpstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DiscogsUpstream(UpstreamOptions options)
    {
        Catalogue = CatalogueGenerator.Generate(options.Seed);
        _app = Build(options);
    }

    /// <summary>The music and the users it serves.</summary>
    public MusicCatalogue Catalogue { get; }

    /// <summary>The calls that have reached it.</summary>
    public CallCounter Calls { get; } = new();

    /// <summary>While true, every call is answered with 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => new(_app.Urls.First());

    public static async Task<DiscogsUpstream> StartAsync(UpstreamOptions options, CancellationToken ct = default)
    {
        var upstream = new DiscogsUpstream(options);
        await upstream._app.StartAsync(ct);
        return upstream;
    }

    /// <summary>Serves until the process is asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct = default) => ((IHost)_app).WaitForShutdownAsync(ct);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private WebApplication Build(UpstreamOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();

        var app = builder.Build();
        app.Use(new Gatekeeper(this, new RateLimit(options.TimeProvider), new Latency(options)).InvokeAsync);
        app.MapGet("/", Welcome);
        new DatabaseEndpoints(Catalogue).Map(app);
        new SearchEndpoint(new CatalogueSearch(Catalogue)).Map(app);
        new UserEndpoints(Catalogue).Map(app);
        app.MapFallback(Errors.ResourceNotFound);
        return app;
    }

    private IResult Welcome() => Results.Json(new
    {
        hello = "Welcome to the Discogs API.",
        api_version = "v2",
        documentation_url = "http://www.discogs.com/developers/",
        statistics = new { releases = Catalogue.Pressings.Count, artists = Catalogue.Artists.Count, labels = Catalogue.Labels.Count },
    });
}
