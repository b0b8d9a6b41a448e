using CacheGen;
using Dj.Analysis;
using Dj.Deezer;
using Dj.Hosting;
using Dj.LastFm;
using Dj.Metering;
using Dj.MusicBrainz;
using Dj.Spotify;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dj.Comparison;

/// <summary>The ways to analyse playlists that are compared. Each has a host of its own, so that none has a part in another's figures.</summary>
internal static class Ways
{
    /// <summary>As this service is.</summary>
    public static Way CacheGen(DjHost host) => new(Analyzer(host), host.Meters, () => CacheUse.Read(host.Caches));

    /// <summary>As this service is, on a host whose caches are <see cref="SwitchOff"/>.</summary>
    public static Way NotCached(DjHost host) => new(Analyzer(host), host.Meters, () => new Dictionary<string, Lookups>());

    /// <summary>As it was before.</summary>
    public static Way ByHand(DjHost host)
    {
        var services = host.Services;
        var analyzer = new HandWrittenAnalyzer(
            services.GetRequiredService<SpotifyClient>(),
            services.GetRequiredService<DeezerClient>(),
            services.GetRequiredService<MusicBrainzClient>(),
            services.GetRequiredService<LastFmClient>(),
            services.GetRequiredService<TimeProvider>());
        return new Way(analyzer.AnalyzeAsync, host.Meters, () => analyzer.Lookups);
    }

    /// <summary>Switches caching off, all but that of Spotify's token: limits hold, and nothing is kept or shared.</summary>
    public static void SwitchOff(IServiceCollection services) =>
        services.AddSingleton<IConfigureOptions<CacheGenOptions>>(new ConfigureNamedOptions<CacheGenOptions>(name: null, options =>
        {
            foreach (var prefix in (string[])["spotify", "spotify_search", "deezer", "mb", "lastfm"])
                options.Prefixes[prefix].Enabled = false;
        }));

    private static Func<string, IProgress<AnalysisProgress>?, CancellationToken, Task<PlaylistAnalysis?>> Analyzer(DjHost host)
    {
        var analyzer = host.Services.GetRequiredService<PlaylistAnalyzer>();
        return (id, progress, ct) => analyzer.AnalyzeAsync(id, progress: progress, ct: ct);
    }
}
