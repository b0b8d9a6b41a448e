using Dj.Analysis;
using Dj.Deezer;
using Dj.LastFm;
using Dj.Metering;
using Dj.MusicBrainz;
using Dj.People;
using Dj.Spotify;

namespace Dj.Comparison;

/// <summary>
/// The analysis as it was before: step by step, ten calls at a time, with a cache by hand for tempos and for most of Last.fm. Spotify,
/// MusicBrainz and corrections were not cached there.
/// </summary>
internal sealed class HandWrittenAnalyzer(ISpotifyApi spotify, IDeezerApi deezer, IMusicBrainzApi musicBrainz, ILastFmApi lastFm, TimeProvider time)
{
    private const int AtATime = 10;
    private const int PageSize = 100;

    private static readonly TimeSpan s_tempo = TimeSpan.FromDays(90);
    private static readonly TimeSpan s_opinion = TimeSpan.FromDays(7);

    private readonly ExpiringDictionary _tempos = new(time);
    private readonly ExpiringDictionary _opinions = new(time);

    /// <summary>Hits and misses of the caches that there are, by upstream.</summary>
    public IReadOnlyDictionary<string, Lookups> Lookups => new Dictionary<string, Lookups>
    {
        [Upstreams.Deezer] = _tempos.Lookups,
        [Upstreams.LastFm] = _opinions.Lookups,
    };

    public async Task<PlaylistAnalysis?> AnalyzeAsync(
        string playlistId, IProgress<AnalysisProgress>? progress = null, CancellationToken ct = default)
    {
        if (await spotify.GetPlaylistAsync(playlistId, ct) is not { } playlist)
            return null;

        var tracks = new List<Track>();
        for (var offset = 0; offset < playlist.Total; offset += PageSize)
            tracks.AddRange((await spotify.GetPlaylistPageAsync(playlistId, offset, ct))?.Tracks ?? []);

        var features = new Dictionary<string, AudioFeatures>();
        foreach (var ids in tracks.Select(track => track.Id).Distinct().Chunk(PageSize))
        {
            foreach (var (id, found) in await spotify.GetManyAudioFeaturesAsync(ids, ct))
                features[id] = found;
        }

        var isrcs = new string?[tracks.Count];
        await ForEachAsync(tracks, async (track, index) =>
            isrcs[index] = track.Isrc ?? await musicBrainz.FindIsrcAsync(track.Artist, Titles.WithoutVersion(track.Title), track.Seconds, ct), ct);

        var tempos = new double?[tracks.Count];
        await ForEachAsync(tracks, async (track, index) => tempos[index] = await TempoAsync(track, isrcs[index], ct), ct);

        var first = tracks.Take(PlaylistAnalyzer.TracksForLastFm).ToList();
        var names = new (string Artist, string Title)[first.Count];
        await ForEachAsync(first, async (track, index) =>
        {
            var title = Titles.WithoutVersion(track.Title);
            var right = await lastFm.GetCorrectionAsync(track.Artist, title, ct);
            names[index] = (right?.Artist ?? track.Artist, right?.Track ?? title);
        }, ct);

        var opinions = new (TrackInfo? Info, IReadOnlyList<Tag> Tags, IReadOnlyList<SimilarTrack> Similar)[first.Count];
        await ForEachAsync(names, async (name, index) =>
        {
            opinions[index] = await OpinionAsync(name, ct);
            if ((index + 1) % PlaylistAnalyzer.ProgressEvery == 0)
                progress?.Report(new AnalysisProgress(index + 1, first.Count));
        }, ct);

        var artists = new Dictionary<string, ArtistInfo?>();
        await ForEachAsync([.. names.Select(name => name.Artist).Distinct()], async (artist, _) =>
        {
            var info = await _opinions.GetAsync($"artist:{artist}", s_opinion, () => lastFm.GetArtistInfoAsync(artist, ct));
            lock (artists)
                artists[artist] = info;
        }, ct);

        return new PlaylistAnalysis(playlistId, playlist.Name, playlist.OwnerId, [.. tracks.Select(Summarize)]);

        TrackAnalysis Summarize(Track track, int index)
        {
            var audio = features.GetValueOrDefault(track.Id);
            var name = index < first.Count ? names[index] : (track.Artist, track.Title);
            var (info, tags, similar) = index < first.Count ? opinions[index] : (null, [], []);
            var bpm = tempos[index] ?? (audio is { Tempo: > 0 } ? audio.Tempo : null);
            return new TrackAnalysis(
                track.Id,
                name.Artist,
                name.Title,
                isrcs[index],
                bpm is { } known ? Math.Round(DjPreferences.Default.Fold(known), 1) : null,
                audio is null ? null : MusicalKey.Name(audio.Key, audio.Mode, KeyNotation.Camelot),
                audio?.Energy,
                [.. tags.Take(3).Select(tag => tag.Name)],
                info?.Listeners,
                index < first.Count ? artists.GetValueOrDefault(name.Artist)?.Listeners : null,
                [.. similar.Take(5)],
                Unanswered: []);
        }
    }

    private async Task<double?> TempoAsync(Track track, string? isrc, CancellationToken ct)
    {
        var finder = new TempoFinder(deezer, musicBrainz);
        var key = isrc is null ? $"bpm:{track.Artist}:{track.Title}:{track.Seconds}" : $"bpm:{isrc}";
        return (await _tempos.GetAsync<Tempo>(key, s_tempo, async () => await finder.FindBpmAsync(track, isrc, ct) is { } bpm ? new Tempo(bpm) : null))?.Bpm;
    }

    // One after the other, as it was.
    private async Task<(TrackInfo? Info, IReadOnlyList<Tag> Tags, IReadOnlyList<SimilarTrack> Similar)> OpinionAsync((string Artist, string Title) name, CancellationToken ct)
    {
        var key = $"{name.Artist}:{name.Title}";
        var info = await _opinions.GetAsync($"info:{key}", s_opinion, () => lastFm.GetTrackInfoAsync(name.Artist, name.Title, ct));
        var tags = await _opinions.GetAsync<IReadOnlyList<Tag>>($"tags:{key}", s_opinion, async () => await lastFm.GetTopTagsAsync(name.Artist, name.Title, ct));
        var similar = await _opinions.GetAsync<IReadOnlyList<SimilarTrack>>(
            $"similar:{key}", s_opinion, async () => await lastFm.GetSimilarTracksAsync(name.Artist, name.Title, ct));
        return (info, tags ?? [], similar ?? []);
    }

    private static Task ForEachAsync<T>(IReadOnlyList<T> items, Func<T, int, Task> act, CancellationToken ct) => Parallel.ForEachAsync(
        items.Select((item, index) => (item, index)),
        new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = ct },
        async (pair, _) => await act(pair.item, pair.index));

    private sealed record Tempo(double Bpm);
}
