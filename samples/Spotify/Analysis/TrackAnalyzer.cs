using Dj.LastFm;
using Dj.People;
using Dj.Spotify;

namespace Dj.Analysis;

/// <summary>
/// Asks four upstreams about a track. One that does not answer leaves a gap and not a failure: three quarters of an answer are worth having.
/// </summary>
public sealed class TrackAnalyzer(ISpotifyApi spotify, TempoFinder tempo, ILastFmApi lastFm)
{
    /// <param name="track">Which.</param>
    /// <param name="preferences">How the DJ wants to see it.</param>
    /// <param name="askLastFm">Whether to ask what people say of it: four calls.</param>
    /// <param name="ct">Ends the analysis.</param>
    public async Task<TrackAnalysis> AnalyzeAsync(Track track, DjPreferences preferences, bool askLastFm, CancellationToken ct)
    {
        var gaps = new Gaps();
        // Side by side: none of them needs what another one says.
        var featuresTask = gaps.OrNullAsync(() => spotify.GetAudioFeaturesAsync(track.Id, ct));
        var measuredTask = MeasureAsync(track, gaps, ct);
        var opinionTask = askLastFm ? AskAsync(track, gaps, ct) : Task.FromResult(Opinion.None(track));
        await Task.WhenAll(featuresTask, measuredTask, opinionTask);

        var features = await featuresTask;
        var (isrc, measured) = await measuredTask;
        var opinion = await opinionTask;
        var bpm = measured ?? (features is { Tempo: > 0 } ? features.Tempo : null);
        return new TrackAnalysis(
            track.Id,
            opinion.Artist,
            opinion.Title,
            isrc,
            bpm is { } known ? Math.Round(preferences.Fold(known), 1) : null,
            features is null ? null : MusicalKey.Name(features.Key, features.Mode, preferences.KeyNotation),
            features?.Energy,
            [.. opinion.Tags.Take(3).Select(tag => tag.Name)],
            opinion.Info?.Listeners,
            opinion.ArtistInfo?.Listeners,
            [.. opinion.Similar.Take(5)],
            gaps.Upstreams);
    }

    private async Task<(string? Isrc, double? Bpm)> MeasureAsync(Track track, Gaps gaps, CancellationToken ct)
    {
        var isrc = await gaps.OrNullAsync(() => tempo.FindIsrcAsync(track, ct));
        return (isrc, await gaps.OrNullAsync(() => tempo.FindBpmAsync(track, isrc, ct)));
    }

    // By their right names: what is written in three ways on Spotify is one track here, and one call.
    private async Task<Opinion> AskAsync(Track track, Gaps gaps, CancellationToken ct)
    {
        var names = await gaps.OrNullAsync(() => lastFm.GetCorrectionAsync(track.Artist, Titles.WithoutVersion(track.Title), ct))
            ?? new Correction(track.Artist, Titles.WithoutVersion(track.Title));
        var info = gaps.OrNullAsync(() => lastFm.GetTrackInfoAsync(names.Artist, names.Track, ct));
        var tags = gaps.OrNullAsync<IReadOnlyList<Tag>>(async () => await lastFm.GetTopTagsAsync(names.Artist, names.Track, ct));
        var similar = gaps.OrNullAsync<IReadOnlyList<SimilarTrack>>(async () => await lastFm.GetSimilarTracksAsync(names.Artist, names.Track, ct));
        var artist = gaps.OrNullAsync(() => lastFm.GetArtistInfoAsync(names.Artist, ct));
        await Task.WhenAll(info, tags, similar, artist);
        return new Opinion(names.Artist, names.Track, await info, await tags ?? [], await similar ?? [], await artist);
    }

    /// <summary>What Last.fm says.</summary>
    private sealed record Opinion(
        string Artist, string Title, TrackInfo? Info, IReadOnlyList<Tag> Tags, IReadOnlyList<SimilarTrack> Similar, ArtistInfo? ArtistInfo)
    {
        public static Opinion None(Track track) => new(track.Artist, track.Title, null, [], [], null);
    }
}
