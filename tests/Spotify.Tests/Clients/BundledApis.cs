using CacheGen.Testing;
using Dj.Deezer;
using Dj.Http;
using Dj.LastFm;
using Dj.MusicBrainz;
using Dj.Spotify;
using Dj.Upstream;
using Dj.Upstream.Music;

namespace Dj.Tests.Clients;

/// <summary>The bundled APIs and clients of all four, on a clock that stands still.</summary>
internal sealed class BundledApis : IAsyncDisposable
{
    private readonly List<HttpClient> _opened = [];

    private BundledApis(DjUpstream upstream)
    {
        Upstream = upstream;
        var spotify = SpotifySettings.Bundled(upstream.Spotify.BaseAddress, upstream.SpotifyAccounts);
        var lastFm = LastFmSettings.Bundled(upstream.LastFm.BaseAddress);
        Accounts = new SpotifyAccountsClient(Open(spotify.Apply), spotify);
        Spotify = new SpotifyClient(Open(spotify.Apply), Accounts);
        Deezer = new DeezerClient(Open(http => UpstreamConnection.Apply(http, upstream.Deezer.BaseAddress)));
        MusicBrainz = new MusicBrainzClient(Open(http => UpstreamConnection.Apply(http, upstream.MusicBrainz.BaseAddress)));
        LastFm = new LastFmClient(Open(lastFm.Apply), lastFm);
    }

    public DjUpstream Upstream { get; }

    public MusicWorld World => Upstream.World;

    public SpotifyAccountsClient Accounts { get; }

    public SpotifyClient Spotify { get; }

    public DeezerClient Deezer { get; }

    public MusicBrainzClient MusicBrainz { get; }

    public LastFmClient LastFm { get; }

    public static async Task<BundledApis> StartAsync(UpstreamLimits? limits = null) =>
        new(await DjUpstream.StartAsync(
            new UpstreamOptions
            {
                TimeProvider = new ManualTimeProvider(),
                SimulateLatency = false,
                Limits = limits ?? new UpstreamLimits(),
            },
            TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        foreach (var http in _opened)
            http.Dispose();

        await Upstream.DisposeAsync();
    }

    private HttpClient Open(Action<HttpClient> apply)
    {
        var http = new HttpClient(UpstreamConnection.CreateHandler());
        apply(http);
        _opened.Add(http);
        return http;
    }
}
