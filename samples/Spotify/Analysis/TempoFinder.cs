using Dj.Deezer;
using Dj.MusicBrainz;
using Dj.Spotify;

namespace Dj.Analysis;

/// <summary>
/// Finds the tempo that Deezer has measured: by the ISRC that Spotify or MusicBrainz knows, else by name. Deezer may have a recording
/// several times, and the tempo of one of them only.
/// </summary>
public sealed class TempoFinder(IDeezerApi deezer, IMusicBrainzApi musicBrainz)
{
    // How many releases of a recording are worth a call.
    private const int Candidates = 3;

    public async Task<string?> FindIsrcAsync(Track track, CancellationToken ct) =>
        track.Isrc ?? await musicBrainz.FindIsrcAsync(track.Artist, Titles.WithoutVersion(track.Title), track.Seconds, ct);

    /// <summary>Beats a minute; null where Deezer has not measured it.</summary>
    public async Task<double?> FindBpmAsync(Track track, string? isrc, CancellationToken ct)
    {
        if (isrc is not null && await deezer.GetByIsrcAsync(isrc, ct) is { } found)
        {
            return found.Bpm > 0
                ? found.Bpm
                : await FirstMeasuredAsync(await deezer.SearchByIsrcAsync(isrc, track.Seconds, ct), found.Id, ct);
        }

        var byName = await deezer.SearchByNameAsync(track.Artist, Titles.WithoutVersion(track.Title), track.Seconds, ct);
        return await FirstMeasuredAsync(byName, except: null, ct);
    }

    private async Task<double?> FirstMeasuredAsync(IEnumerable<DeezerHit> hits, long? except, CancellationToken ct)
    {
        foreach (var hit in hits.Where(hit => hit.Id != except).Take(Candidates))
        {
            if (await deezer.GetTrackAsync(hit.Id, ct) is { Bpm: > 0 } track)
                return track.Bpm;
        }

        return null;
    }
}
