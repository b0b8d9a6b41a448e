using Dj.People;
using Dj.Spotify;

namespace Dj.Analysis;

/// <summary>
/// Analyses a playlist. It knows nothing of caches or limits: it asks for what it wants to know, for all tracks at once, as often as it likes.
/// </summary>
public sealed class PlaylistAnalyzer(ISpotifyApi spotify, TrackAnalyzer tracks)
{
    /// <summary>Last.fm is asked about the first tracks of a playlist only: four calls each.</summary>
    public const int TracksForLastFm = 50;

    /// <summary>Progress is told each time so many tracks are done.</summary>
    public const int ProgressEvery = 5;

    /// <summary>Null where Spotify knows no such playlist.</summary>
    /// <exception cref="UpstreamException">Spotify does not answer, and has not been asked for this playlist before.</exception>
    public async Task<PlaylistAnalysis?> AnalyzeAsync(
        string playlistId, DjPreferences? preferences = null, IProgress<AnalysisProgress>? progress = null, CancellationToken ct = default)
    {
        // The tracks come first, because everything else waits for them; a limiter serves in the order in which it is asked.
        var pageTask = spotify.GetPlaylistPageAsync(playlistId, 0, ct);
        var playlistTask = spotify.GetPlaylistAsync(playlistId, ct);
        if (await pageTask is not { } page)
        {
            await playlistTask;
            return null;
        }

        var all = page.Tracks.ToList();
        for (var offset = PageSize; offset < page.Total; offset += PageSize)
            all.AddRange((await spotify.GetPlaylistPageAsync(playlistId, offset, ct))?.Tracks ?? []);

        var done = 0;
        var analyses = Task.WhenAll(all.Select(async (track, index) =>
        {
            var analysis = await tracks.AnalyzeAsync(track, preferences ?? DjPreferences.Default, index < TracksForLastFm, ct);
            if (Interlocked.Increment(ref done) is var count && (count % ProgressEvery == 0 || count == all.Count))
                progress?.Report(new AnalysisProgress(count, all.Count));
            return analysis;
        }));
        await Task.WhenAll(playlistTask, analyses);
        return await playlistTask is { } playlist
            ? new PlaylistAnalysis(playlistId, playlist.Name, playlist.OwnerId, await analyses)
            : null;
    }

    private const int PageSize = 100;
}
