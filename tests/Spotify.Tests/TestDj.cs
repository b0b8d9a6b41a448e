using CacheGen;
using Dj.Analysis;
using Dj.Deezer;
using Dj.Hosting;
using Dj.Http;
using Dj.LastFm;
using Dj.MusicBrainz;
using Dj.Spotify;
using Dj.Upstream;
using Dj.Upstream.Music;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.Tests;

/// <summary>The whole service on the stand-in, which answers at once, on a clock that the test moves.</summary>
internal sealed class TestDj : IAsyncDisposable
{
    private readonly string _folder;
    private readonly DjHost _host;

    private TestDj(DjHost host, string folder)
    {
        _host = host;
        _folder = folder;
    }

    public DjUpstream Apis => _host.Upstream!;

    public MusicWorld World => Apis.World;

    public WorldPlaylist First => World.Playlists.First;

    public DjHost Host => _host;

    public CachedSpotify Spotify => Get<CachedSpotify>();

    public IDeezerApi Deezer => Get<IDeezerApi>();

    public IMusicBrainzApi MusicBrainz => Get<IMusicBrainzApi>();

    public ILastFmApi LastFm => Get<ILastFmApi>();

    public PlaylistAnalyzer Analyzer => Get<PlaylistAnalyzer>();

    /// <summary>All calls received, but for tokens.</summary>
    public int Calls => Apis.All.Sum(api => api.Calls);

    /// <param name="clock">Whose time it is; <see cref="MovableClock"/> has timers that run.</param>
    /// <param name="configure">What else is different.</param>
    /// <param name="cache">What is different with each cache.</param>
    public static async Task<TestDj> StartAsync(
        TimeProvider clock, Action<IServiceCollection>? configure = null, Action<ICacheGenBuilder>? cache = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"dj-tests-{Guid.NewGuid():N}");
        var host = await DjHost.StartAsync(
            new UpstreamSettings(),
            new UpstreamOptions { TimeProvider = clock, SimulateLatency = false },
            services =>
            {
                WithoutPace(services);
                services.AddSingleton(new People.PreferenceFiles(folder));
                configure?.Invoke(services);
            },
            cache,
            TestContext.Current.CancellationToken);
        return new TestDj(host, folder);
    }

    /// <summary>Spotify is asked ten at a time, like the others, and not every two seconds.</summary>
    public static void WithoutPace(IServiceCollection services) =>
        services.AddCacheGen().AddRateLimiter(Upstreams.Spotify, RateLimits.AtATime(10).Queue(10_000));

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public MethodCache Cache(string name) => _host.Services.GetRequiredKeyedService<MethodCache>(name);

    public void TakeDown(bool down = true)
    {
        foreach (var api in Apis.All)
            api.IsDown = down;
    }

    public void CountAnew()
    {
        foreach (var api in Apis.All)
            api.Reset();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
