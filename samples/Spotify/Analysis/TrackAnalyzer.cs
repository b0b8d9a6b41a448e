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
        var bare = Titles.WithoutVersion(track.Title);
        var right = await gaps.OrNullAsync(() => lastFm.GetCorrectionAsync(track.Artist, bare, ct));
        var (artist, title) = (right?.Artist ?? track.Artist, right?.Track ?? bare);
        var info = gaps.OrNullAsync(() => lastFm.GetTrackInfoAsync(artist, title, ct));
        var tags = gaps.OrNullAsync<IReadOnlyList<Tag>>(async () => await lastFm.GetTopTagsAsync(artist, title, ct));
        var similar = gaps.OrNullAsync<IReadOnlyList<SimilarTrack>>(async () => await lastFm.GetSimilarTracksAsync(artist, title, ct));
        var artistInfo = gaps.OrNullAsync(() => lastFm.GetArtistInfoAsync(artist, ct));
        await Task.WhenAll(info, tags, similar, artistInfo);
        return new Opinion(artist, title, await info, await tags ?? [], await similar ?? [], await artistInfo);
    }

    /// <summary>What Last.fm says.</summary>
    private sealed record Opinion(
        string Artist, string Title, TrackInfo? Info, IReadOnlyList<Tag> Tags, IReadOnlyList<SimilarTrack> Similar, ArtistInfo? ArtistInfo)
    {
        public static Opinion None(Track track) => new(track.Artist, track.Title, null, [], [], null);
    }
}
