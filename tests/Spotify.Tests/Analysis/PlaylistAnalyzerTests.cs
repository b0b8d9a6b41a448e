using Dj.Analysis;
using Dj.Hosting;
using Dj.People;
using Dj.Upstream.Music;

namespace Dj.Tests.Analysis;

public sealed class PlaylistAnalyzerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Analysis_TellsWhatTheFourUpstreamsKnow()
    {
        await using var dj = await TestDj.StartAsync(new MovableClock());

        var analysis = (await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct))!;

        Assert.Equal((dj.First.Name, dj.First.OwnerId), (analysis.Name, analysis.Owner));
        Assert.Equal(dj.First.TrackIds, analysis.Tracks.Select(track => track.Id));
        Assert.Equal(0, analysis.Incomplete);
        foreach (var (told, index) in analysis.Tracks.Select((track, index) => (track, index)))
        {
            var known = dj.World.FindTrack(told.Id)!;
            if (known.Isrc is not null)
                Assert.Equal(known.Isrc, told.Isrc);
            var measured = known.OnDeezer.Select(release => release.Bpm).FirstOrDefault(bpm => bpm > 0);
            if (told.Isrc is not null && measured > 0)
                Assert.Equal(Math.Round(DjPreferences.Default.Fold(measured), 1), told.Bpm);
            Assert.Equal(known.Features is null, told.Energy is null);
            if (index >= PlaylistAnalyzer.TracksForLastFm)
                continue;
            Assert.Equal((known.Artist.Name, known.RealTitle), (told.Artist, told.Title));
            Assert.Equal((known.OnLastFm!.Listeners, (long?)known.Artist.Listeners), ((int)told.Listeners!, told.ArtistListeners));
        }
    }

    [Fact]
    public async Task FirstAnalysis_AsksEachUpstreamAsLittleAsItCan()
    {
        await using var dj = await TestDj.StartAsync(new MovableClock());

        await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct);

        Assert.Equal(1, dj.Apis.Spotify.TokenCalls);
        // Fifty tracks are four calls each, and each of their twenty artists is one.
        Assert.Equal((50 * 4) + 20, dj.Apis.LastFm.Calls);
        Assert.Equal(20, dj.Apis.LastFm.CallsByEndpoint["artist.getInfo"]);
        Assert.Equal(30, dj.Apis.MusicBrainz.Calls);
        Assert.Equal(1, dj.Apis.Spotify.CallsByEndpoint["playlist"]);
        Assert.Equal(1, dj.Apis.Spotify.CallsByEndpoint["page"]);
        Assert.Equal(0, dj.Apis.All.Sum(api => api.Refused));
    }

    [Fact]
    public async Task SecondAnalysis_AsksNobody()
    {
        await using var dj = await TestDj.StartAsync(new MovableClock());
        var first = await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct);
        dj.CountAnew();

        var second = await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct);

        Assert.Equal(0, dj.Calls);
        Assert.Equal(first!.Tracks.Select(track => track.Bpm), second!.Tracks.Select(track => track.Bpm));
    }

    [Fact]
    public async Task OverlappingPlaylist_CostsItsNewTracksOnly()
    {
        await using var dj = await TestDj.StartAsync(new MovableClock());
        await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct);
        dj.CountAnew();
        var other = dj.World.Playlists.Overlapping;
        var known = dj.First.TrackIds.ToHashSet();
        var knownToLastFm = dj.First.TrackIds.Take(PlaylistAnalyzer.TracksForLastFm).ToHashSet();

        await dj.Analyzer.AnalyzeAsync(other.Id, ct: Ct);

        var added = Tracks(dj, other.TrackIds.Where(id => !known.Contains(id)));
        Assert.Equal(40, added.Length);
        Assert.Equal(added.Count(track => track.Isrc is null), dj.Apis.MusicBrainz.Calls);
        Assert.Equal((1, 1), (dj.Apis.Spotify.CallsByEndpoint["playlist"], dj.Apis.Spotify.CallsByEndpoint["page"]));
        var asked = Tracks(dj, other.TrackIds.Take(PlaylistAnalyzer.TracksForLastFm).Where(id => !knownToLastFm.Contains(id)));
        Assert.Equal(asked.Length, dj.Apis.LastFm.CallsByEndpoint["track.getCorrection"]);
        Assert.Equal(asked.Length, dj.Apis.LastFm.CallsByEndpoint["track.getTopTags"]);
        Assert.InRange(dj.Apis.Deezer.Calls, 1, 2 * added.Length);
    }

    [Fact]
    public async Task TwoAnalysesAtOnce_CostWhatOneDoes()
    {
        await using var alone = await TestDj.StartAsync(new MovableClock());
        await alone.Analyzer.AnalyzeAsync(alone.First.Id, ct: Ct);
        await using var dj = await TestDj.StartAsync(new MovableClock());

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct))));

        Assert.Equal(alone.Apis.LastFm.Calls, dj.Apis.LastFm.Calls);
        Assert.Equal(alone.Apis.Deezer.Calls, dj.Apis.Deezer.Calls);
        Assert.Equal(alone.Apis.MusicBrainz.Calls, dj.Apis.MusicBrainz.Calls);
    }

    [Fact]
    public async Task LongPlaylist_IsReadPageByPage()
    {
        await using var dj = await TestDj.StartAsync(new MovableClock());
        var playlist = dj.World.Playlists.Long;

        var analysis = await dj.Analyzer.AnalyzeAsync(playlist.Id, ct: Ct);

        Assert.Equal(playlist.TrackIds, analysis!.Tracks.Select(track => track.Id));
        Assert.Equal(3, dj.Apis.Spotify.CallsByEndpoint["page"]);
    }

    [Fact]
    public async Task WhatIsNoTrack_IsLeftOut()
    {
        await using var dj = await TestDj.StartAsync(new MovableClock());
        var playlist = dj.World.Playlists.Mixed;

        var analysis = await dj.Analyzer.AnalyzeAsync(playlist.Id, ct: Ct);

        Assert.True(playlist.Total > playlist.TrackIds.Count);
        Assert.Equal(playlist.TrackIds, analysis!.Tracks.Select(track => track.Id));
    }

    [Fact]
    public async Task UnknownPlaylist_IsNull_AndAskedForAgainAfterFiveMinutes()
    {
        var clock = new MovableClock();
        await using var dj = await TestDj.StartAsync(clock);
        const string nobodys = "0000000000000000000000";

        Assert.Null(await dj.Analyzer.AnalyzeAsync(nobodys, ct: Ct));
        Assert.Null(await dj.Analyzer.AnalyzeAsync(nobodys, ct: Ct));
        Assert.Equal(2, dj.Calls);
        clock.PutForward(TimeSpan.FromMinutes(5));
        Assert.Null(await dj.Analyzer.AnalyzeAsync(nobodys, ct: Ct));
        Assert.Equal(4, dj.Calls);
    }

    [Fact]
    public async Task Progress_IsToldEveryFiveTracks()
    {
        await using var dj = await TestDj.StartAsync(new MovableClock());
        var told = new ToldProgress();

        await dj.Analyzer.AnalyzeAsync(dj.World.Playlists.Mixed.Id, progress: told, ct: Ct);

        Assert.Equal([5, 10, 15, 20, 25, 27], told.Done.Order());
    }

    [Fact]
    public async Task EverythingDownAfterMonths_TheAnswerIsAsBefore()
    {
        var clock = new MovableClock();
        await using var dj = await TestDj.StartAsync(clock);
        var before = (await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct))!;
        dj.TakeDown();

        foreach (var age in (double[])[0.5, 1.5, 8, 30, 60])
        {
            clock.PutForward(TimeSpan.FromDays(age));
            var now = (await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct))!;
            Assert.Equal([], now.Unanswered);
            Assert.All(before.Tracks.Zip(now.Tracks), pair => Assert.Equivalent(pair.First, pair.Second, strict: true));
        }
    }

    [Fact]
    public async Task EverythingDown_NewTrackOfAKnownPlaylistHasGaps_AndNothingElse()
    {
        var clock = new MovableClock();
        await using var dj = await TestDj.StartAsync(clock);
        await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct);
        var added = dj.World.FindTrack(dj.World.Playlists.Long.TrackIds[0])!;
        dj.First.Add([added], clock.GetUtcNow(), position: 0);
        await dj.Spotify.BustPlaylistAsync(dj.First.Id, Ct);
        await dj.Spotify.GetPlaylistPageAsync(dj.First.Id, 0, Ct);
        await dj.Spotify.GetPlaylistPageAsync(dj.First.Id, 100, Ct);
        await dj.Spotify.GetPlaylistAsync(dj.First.Id, Ct);
        dj.TakeDown();

        var now = (await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct))!;

        Assert.Equal(101, now.Tracks.Count);
        Assert.Equal(added.Id, now.Tracks[0].Id);
        Assert.Contains(Upstreams.LastFm, now.Tracks[0].Unanswered);
        Assert.Contains(Upstreams.Spotify, now.Tracks[0].Unanswered);
        Assert.Equal(1, now.Incomplete);
    }

    [Fact]
    public async Task EverythingDown_UnknownPlaylistIsAClearError()
    {
        await using var dj = await TestDj.StartAsync(new MovableClock());
        await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct);
        dj.TakeDown();

        var failure = await Assert.ThrowsAsync<UpstreamException>(() => dj.Analyzer.AnalyzeAsync(dj.World.Playlists.Long.Id, ct: Ct));

        Assert.Equal("Spotify does not answer: 503 Service Unavailable", failure.Message[.."Spotify does not answer: 503 Service Unavailable".Length]);
    }

    [Fact]
    public async Task TwelveHoursLater_TheAnswerIsThereAndSpotifyIsAskedBehindIt()
    {
        var clock = new MovableClock();
        await using var dj = await TestDj.StartAsync(clock);
        await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct);
        dj.CountAnew();
        clock.PutForward(TimeSpan.FromHours(12));
        dj.TakeDown();
        Assert.Equal([], (await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct))!.Unanswered);
        dj.TakeDown(false);

        // A refresh of before may still be failing, and nothing is tried again for 30 seconds after that.
        string[] endpoints = ["playlist", "page", "features"];
        while (!endpoints.All(dj.Apis.Spotify.CallsByEndpoint.ContainsKey))
        {
            clock.PutForward(TimeSpan.FromMinutes(1));
            Assert.Equal([], (await dj.Analyzer.AnalyzeAsync(dj.First.Id, ct: Ct))!.Unanswered);
        }

        Assert.DoesNotContain("artist.getInfo", dj.Apis.LastFm.CallsByEndpoint.Keys);
    }

    private static WorldTrack[] Tracks(TestDj dj, IEnumerable<string> ids) => [.. ids.Select(id => dj.World.FindTrack(id)!)];

    private sealed class ToldProgress : IProgress<AnalysisProgress>
    {
        private readonly List<int> _done = [];

        public IReadOnlyList<int> Done
        {
            get
            {
                lock (_done)
                    return [.. _done];
            }
        }

        public void Report(AnalysisProgress value)
        {
            lock (_done)
                _done.Add(value.Done);
        }
    }
}
