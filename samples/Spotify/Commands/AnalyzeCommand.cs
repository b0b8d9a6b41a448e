using System.Globalization;
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
    /// <param name="options">What to analyse.</param>
    /// <param name="settings">Where the APIs are.</param>
    /// <param name="progress">Where to say how far it is.</param>
    /// <param name="configure">What is different from the service as it is.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<ComparisonFigures> RunAsync(
        AnalyzeOptions options,
        UpstreamSettings settings,
        TextWriter progress,
        Action<IServiceCollection>? configure = null,
        CancellationToken ct = default)
    {
        var upstream = new UpstreamOptions
        {
            Seed = options.Seed,
            SimulateLatency = options.SimulateLatency,
            Limits = options.Published ? Upstream.UpstreamLimits.Published : Upstream.UpstreamLimits.AsMeasured,
        };
        await using var host = await StartAsync();
        var (playlist, overlapping) = Playlists(options, settings, host);

        var way = Ways.CacheGen(host);
        var (first, firstFigures) = await MeasureAsync("First analysis", playlist);
        await progress.WriteLineAsync(Summary.Of(first));
        var (_, secondFigures) = await MeasureAsync("Second analysis", playlist);
        var (other, otherFigures) = await MeasureAsync("Overlapping playlist", overlapping);
        await progress.WriteLineAsync(Summary.Of(other));
        var cacheGen = new WayFigures(firstFigures, secondFigures, otherFigures);
        // The real upstreams would not like to be asked for nothing.
        if (!settings.IsStandInOnly)
            return new ComparisonFigures(first.Name, other.Name, cacheGen, ByHand: null, NotCached: null);

        await progress.WriteLineAsync("Now the same cached by hand, and not cached, side by side …");
        await using var byHandHost = await StartAsync();
        await using var notCachedHost = await StartAsync(Ways.SwitchOff);
        // What was written by hand knows nothing of what the APIs publish: it would be refused, and end there.
        var byHand = options.Published ? null : Ways.ByHand(byHandHost).MeasureAllAsync(playlist, overlapping, ct);
        var notCached = await Ways.NotCached(notCachedHost).MeasureAllAsync(playlist, overlapping, ct);
        return new ComparisonFigures(first.Name, other.Name, cacheGen, byHand is null ? null : await byHand, notCached);

        Task<DjHost> StartAsync(Action<IServiceCollection>? more = null) => DjHost.StartAsync(settings, upstream, configure + more, ct: ct);

        async Task<(PlaylistAnalysis Analysis, AnalysisFigures Figures)> MeasureAsync(string what, string id)
        {
            await progress.WriteAsync($"{what}:");
            try
            {
                var measured = await way.MeasureAsync(id, new WrittenProgress(progress), ct);
                await progress.WriteAsync(string.Create(CultureInfo.InvariantCulture, $" tracks, {measured.Figures.Seconds:0.00} s"));
                return measured;
            }
            finally
            {
                await progress.WriteLineAsync();
            }
        }
    }

    private static (string Playlist, string Overlapping) Playlists(AnalyzeOptions options, UpstreamSettings settings, DjHost host)
    {
        if (settings.Spotify is null && host.Upstream is { } upstream)
        {
            var own = upstream.World.Playlists;
            return (options.Playlist ?? (options.IsShort ? own.Short : own.First).Id, options.Overlapping ?? (options.IsShort ? own.ShortOverlapping : own.Overlapping).Id);
        }

        return options is { Playlist: { } playlist, Overlapping: { } overlapping }
            ? (playlist, overlapping)
            : throw new UsageException("SPOTIFY_BASE_URL names the real Spotify: say which playlists to analyse, with --playlist and --overlapping.");
    }
}
