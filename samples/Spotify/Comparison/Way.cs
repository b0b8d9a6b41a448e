using System.Diagnostics;
using Dj.Analysis;
using Dj.Metering;

namespace Dj.Comparison;

/// <summary>One way to analyse playlists, and what its analyses cost.</summary>
/// <param name="analyze">Analyses a playlist.</param>
/// <param name="meters">What it uses of each upstream.</param>
/// <param name="lookups">What its caches say, by upstream; an upstream that is not cached is absent.</param>
internal sealed class Way(
    Func<string, IProgress<AnalysisProgress>?, CancellationToken, Task<PlaylistAnalysis?>> analyze,
    IReadOnlyCollection<UpstreamMeter> meters,
    Func<IReadOnlyDictionary<string, Lookups>> lookups)
{
    public async Task<(PlaylistAnalysis Analysis, AnalysisFigures Figures)> MeasureAsync(
        string playlistId, IProgress<AnalysisProgress>? progress, CancellationToken ct)
    {
        var usedBefore = meters.ToDictionary(meter => meter.Upstream, meter => meter.Read());
        var lookupsBefore = lookups();
        var start = Stopwatch.GetTimestamp();
        var analysis = await analyze(playlistId, progress, ct) ?? throw new UnknownPlaylistException(playlistId);
        var elapsed = Stopwatch.GetElapsedTime(start);

        var lookupsAfter = lookups();
        return (analysis, new AnalysisFigures(
            Math.Round(elapsed.TotalSeconds, 4),
            analysis.Tracks.Count,
            analysis.Incomplete,
            meters.ToDictionary(meter => meter.Upstream, meter =>
            {
                var used = meter.Read().Since(usedBefore[meter.Upstream]);
                var rate = lookupsAfter.TryGetValue(meter.Upstream, out var after)
                    ? after.HitRateSince(lookupsBefore.GetValueOrDefault(meter.Upstream))
                    : null;
                return new UpstreamFigures(used.Calls, used.Refused, Math.Round(used.Busy.TotalSeconds, 3), rate is { } known ? Math.Round(known, 4) : null);
            })));
    }

    public async Task<WayFigures> MeasureAllAsync(string playlistId, string overlappingId, CancellationToken ct)
    {
        var (_, first) = await MeasureAsync(playlistId, progress: null, ct);
        var (_, second) = await MeasureAsync(playlistId, progress: null, ct);
        var (_, overlapping) = await MeasureAsync(overlappingId, progress: null, ct);
        return new WayFigures(first, second, overlapping);
    }
}
