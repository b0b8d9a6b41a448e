using Dj.Analysis;
using Dj.Comparison;
using Dj.Hosting;
using Dj.Http;
using Dj.Upstream;
using Microsoft.Extensions.DependencyInjection;
using Samples;

namespace Dj.Commands;

/// <summary>Analyses a playlist twice and then one that shares tracks with it, and says what that cost.</summary>
public static class AnalyzeCommand
{
    public static async Task<ComparisonFigures> RunAsync(
        AnalyzeOptions options, UpstreamSettings settings, TextWriter progress, CancellationToken ct = default)
    {
        var upstream = new UpstreamOptions
        {
            Seed = options.Seed,
            Limits = options.Published ? Upstream.UpstreamLimits.Published : Upstream.UpstreamLimits.AsMeasured,
        };
        await using var host = await StartAsync();
        var (playlist, overlapping) = Playlists(options, settings, host);

        var way = Ways.CacheGen(host);
        var (first, firstFigures) = await way.MeasureAsync(playlist, Told("first analysis"), ct);
        await progress.WriteLineAsync(Summary.Of(first));
        var (_, second) = await way.MeasureAsync(playlist, Told("second analysis"), ct);
        var (third, thirdFigures) = await way.MeasureAsync(overlapping, Told("overlapping playlist"), ct);
        await progress.WriteLineAsync(Summary.Of(third));
        var cacheGen = new WayFigures(firstFigures, second, thirdFigures);
        // The real upstreams would not like to be asked for nothing.
        if (!settings.IsStandInOnly)
            return new ComparisonFigures(first.Name, third.Name, cacheGen, ByHand: null, NotCached: null);

        await progress.WriteLineAsync("Now the same cached by hand, and not cached, side by side …");
        await using var byHandHost = await StartAsync();
        await using var notCachedHost = await StartAsync(Ways.SwitchOff);
        var others = await Task.WhenAll(
            Ways.ByHand(byHandHost).MeasureAllAsync(playlist, overlapping, ct),
            Ways.NotCached(notCachedHost).MeasureAllAsync(playlist, overlapping, ct));
        return new ComparisonFigures(first.Name, third.Name, cacheGen, others[0], others[1]);

        Task<DjHost> StartAsync(Action<IServiceCollection>? configure = null) => DjHost.StartAsync(settings, upstream, configure, ct: ct);

        IProgress<AnalysisProgress> Told(string what) => new WrittenProgress(progress, what);
    }

    private static (string Playlist, string Overlapping) Playlists(AnalyzeOptions options, UpstreamSettings settings, DjHost host)
    {
        if (settings.Spotify is null && host.Upstream is { } upstream)
        {
            var own = upstream.World.Playlists;
            return (options.Playlist ?? (options.Short ? own.Short : own.First).Id, options.Overlapping ?? (options.Short ? own.Overlapping : own.Overlapping).Id);
        }

        return options is { Playlist: { } playlist, Overlapping: { } overlapping }
            ? (playlist, overlapping)
            : throw new UsageException("SPOTIFY_BASE_URL names the real Spotify: say which playlists to analyse, with --playlist and --overlapping.");
    }
}
