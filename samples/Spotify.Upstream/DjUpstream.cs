using Dj.Upstream.Deezer;
using Dj.Upstream.Http;
using Dj.Upstream.LastFm;
using Dj.Upstream.Music;
using Dj.Upstream.MusicBrainz;
using Dj.Upstream.Spotify;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samples;

namespace Dj.Upstream;

/// <summary>
/// Spotify, Deezer, MusicBrainz and Last.fm of one's own, on loopback: paths, parameters, documents, errors, limits and response times are
/// those of the public APIs as far as a DJ service uses them, the music is made up.
/// </summary>
public sealed class DjUpstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DjUpstream(UpstreamOptions options)
    {
        World = WorldGenerator.Generate(options.Seed);
        All = [Spotify, Deezer, MusicBrainz, LastFm];
        _app = Build(options);
    }

    /// <summary>The music all four know of, each in its own way.</summary>
    public MusicWorld World { get; }

    public SimulatedApi Spotify { get; } = new("Spotify", "/spotify/v1/");

    public SimulatedApi Deezer { get; } = new("Deezer", "/deezer/");

    public SimulatedApi MusicBrainz { get; } = new("MusicBrainz", "/musicbrainz/ws/2/");

    public SimulatedApi LastFm { get; } = new("Last.fm", "/lastfm/2.0/");

    public IReadOnlyList<SimulatedApi> All { get; }

    /// <summary>What takes the place of https://accounts.spotify.com/.</summary>
    public Uri SpotifyAccounts => new(Root, AccountsEndpoint.Path);

    private Uri Root => new(_app.Urls.First());

    public static async Task<DjUpstream> StartAsync(UpstreamOptions options, CancellationToken ct = default)
    {
        var upstream = new DjUpstream(options);
        await upstream._app.StartAsync(ct);
        foreach (var api in upstream.All)
            api.ListenAt(upstream.Root);

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
        app.Use(new Gatekeeper(new Latency(options)).InvokeAsync);

        var (limits, time) = (options.Limits, options.TimeProvider);
        var spotify = new ApiGate(Spotify, limits.Spotify, time, SpotifyErrors.Unavailable, SpotifyErrors.TooManyRequests);
        var tokens = new Tokens(World, time);
        AccountsEndpoint.Map(app, spotify, tokens);
        new PlaylistEndpoints(World, time).Map(app, spotify, tokens);
        new CatalogueEndpoints(World).Map(app, spotify, tokens);

        new DeezerEndpoints(World).Map(app, new ApiGate(Deezer, limits.Deezer, time, DeezerErrors.Unavailable, _ => DeezerErrors.Quota()));
        new RecordingEndpoint(World, time).Map(
            app,
            new ApiGate(MusicBrainz, limits.MusicBrainz, time, MusicBrainzErrors.Unavailable, MusicBrainzErrors.RateLimited));
        new LastFmEndpoint(World).Map(app, new ApiGate(LastFm, limits.LastFm, time, LastFmErrors.Offline, _ => LastFmErrors.RateLimited()));
        return app;
    }
}
