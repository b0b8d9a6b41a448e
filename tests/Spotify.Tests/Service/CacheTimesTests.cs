using CacheGen.Testing;
using Dj.Spotify;

namespace Dj.Tests.Service;

/// <summary>Every answer is kept as long as its kind is good, whichever of the caches it is in.</summary>
public sealed class CacheTimesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("playlist", 24)]
    [InlineData("page", 24)]
    [InlineData("track", 12)]
    [InlineData("user", 12)]
    [InlineData("search", 1)]
    [InlineData("me", 24)]
    [InlineData("isrc", 90 * 24)]
    [InlineData("recording", 30 * 24)]
    [InlineData("track.getCorrection", 30 * 24)]
    [InlineData("track.getInfo", 7 * 24)]
    [InlineData("track.getTopTags", 7 * 24)]
    [InlineData("track.getSimilar", 7 * 24)]
    [InlineData("artist.getInfo", 7 * 24)]
    public async Task Answer_IsKeptAsLongAsItsKindIsGood(string endpoint, int hours)
    {
        var clock = new ManualTimeProvider();
        await using var dj = await TestDj.StartAsync(clock);
        await AskAsync(dj, endpoint);
        Assert.Equal(1, Calls());

        // Short of the moment at which Spotify's are renewed behind the caller: that is another test.
        clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        if (endpoint is not ("playlist" or "page"))
        {
            await AskAsync(dj, endpoint);
            Assert.Equal(1, Calls());
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(dj, endpoint);
        Assert.Equal(2, Calls());

        int Calls() => dj.Apis.All.Sum(api => api.CallsByEndpoint.GetValueOrDefault(endpoint));
    }

    [Theory]
    [InlineData("playlist")]
    [InlineData("search")]
    [InlineData("me")]
    [InlineData("isrc")]
    [InlineData("recording")]
    [InlineData("track.getInfo")]
    public async Task WhatThereIsNot_IsAskedForAgainAfterFiveMinutes(string endpoint)
    {
        var clock = new ManualTimeProvider();
        await using var dj = await TestDj.StartAsync(clock);
        await AskForNothingAsync(dj, endpoint);
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await AskForNothingAsync(dj, endpoint);
        Assert.Equal(1, dj.Calls);

        clock.Advance(TimeSpan.FromSeconds(1));
        await AskForNothingAsync(dj, endpoint);
        Assert.Equal(2, dj.Calls);
    }

    [Fact]
    public async Task TempoThatDeezerHasNotMeasured_IsAskedForAgainAfterFiveMinutes()
    {
        var clock = new ManualTimeProvider();
        await using var dj = await TestDj.StartAsync(clock);
        var unmeasured = dj.World.Tracks.First(track => track is { Isrc: not null, OnDeezer: [{ Bpm: 0 }, ..] });
        Assert.Equal(0, (await dj.Deezer.GetByIsrcAsync(unmeasured.Isrc!, Ct))!.Bpm);
        await dj.Deezer.GetByIsrcAsync(unmeasured.Isrc!, Ct);
        Assert.Equal(1, dj.Apis.Deezer.Calls);

        clock.Advance(TimeSpan.FromMinutes(5));
        await dj.Deezer.GetByIsrcAsync(unmeasured.Isrc!, Ct);
        Assert.Equal(2, dj.Apis.Deezer.Calls);
    }

    [Fact]
    public async Task RefusedToken_IsForgotten_AndTheNextOneServesAll()
    {
        await using var dj = await TestDj.StartAsync(new ManualTimeProvider());
        CachedSpotifyAccounts.Cache.GetToken(dj.Cache("temporary")).Set(new AccessToken("revoked", TimeSpan.FromHours(1)));

        var tracks = await Task.WhenAll(dj.First.TrackIds.Take(8).Select(id => dj.Spotify.GetTrackAsync(id, Ct)));

        Assert.All(tracks, Assert.NotNull);
        Assert.InRange(dj.Apis.Spotify.TokenCalls, 1, 8);
        var calls = dj.Apis.Spotify.TokenCalls;
        await dj.Spotify.GetTrackAsync(dj.First.TrackIds[10], Ct);
        Assert.Equal(calls, dj.Apis.Spotify.TokenCalls);
    }

    [Fact]
    public async Task Token_IsAskedForOnce_AndAgainBeforeItExpires()
    {
        var clock = new ManualTimeProvider();
        await using var dj = await TestDj.StartAsync(clock);
        var ids = dj.First.TrackIds;
        await Task.WhenAll(ids.Take(20).Select(id => dj.Spotify.GetTrackAsync(id, Ct)));
        Assert.Equal(1, dj.Apis.Spotify.TokenCalls);

        clock.Advance(TimeSpan.FromMinutes(58));
        await dj.Spotify.GetTrackAsync(ids[20], Ct);
        Assert.Equal(1, dj.Apis.Spotify.TokenCalls);
        clock.Advance(TimeSpan.FromMinutes(1));
        await dj.Spotify.GetTrackAsync(ids[21], Ct);
        Assert.Equal(2, dj.Apis.Spotify.TokenCalls);
    }

    private static Task AskAsync(TestDj dj, string endpoint)
    {
        var track = dj.World.FindTrack(dj.First.TrackIds.First(id => dj.World.FindTrack(id) is { Isrc: not null, OnDeezer: [{ Bpm: > 0 }, ..] }))!;
        var unlabelled = dj.World.Tracks.First(known => known is { Isrc: null, OnMusicBrainz: [{ Isrcs.Count: > 0 }, ..] });
        // Last.fm's lists are misses where they are empty.
        var tagged = dj.World.Tracks.First(known => known.OnLastFm is { Tags.Count: > 1 });
        return endpoint switch
        {
            "playlist" => dj.Spotify.GetPlaylistAsync(dj.First.Id, Ct),
            "page" => dj.Spotify.GetPlaylistPageAsync(dj.First.Id, 0, Ct),
            "track" => dj.Spotify.GetTrackAsync(track.Id, Ct),
            "user" => dj.Spotify.GetUserAsync(dj.First.OwnerId, Ct),
            "search" => dj.Get<Dj.Spotify.ISpotifySearch>().SearchTracksAsync(track.RealTitle, ct: Ct),
            "me" => dj.Get<People.Sessions>().GetUserAsync(dj.World.Users[0].Token, Ct),
            "isrc" => dj.Deezer.GetByIsrcAsync(track.Isrc!, Ct),
            "recording" => dj.MusicBrainz.FindIsrcAsync(unlabelled.Artist.Name, unlabelled.RealTitle, (unlabelled.DurationMs + 500) / 1000, Ct),
            "track.getCorrection" => dj.LastFm.GetCorrectionAsync(tagged.Artist.Name, tagged.RealTitle, Ct),
            "track.getInfo" => dj.LastFm.GetTrackInfoAsync(tagged.Artist.Name, tagged.RealTitle, Ct),
            "track.getTopTags" => dj.LastFm.GetTopTagsAsync(tagged.Artist.Name, tagged.RealTitle, Ct),
            "track.getSimilar" => dj.LastFm.GetSimilarTracksAsync(tagged.Artist.Name, tagged.RealTitle, Ct),
            "artist.getInfo" => dj.LastFm.GetArtistInfoAsync(tagged.Artist.Name, Ct),
            _ => throw new ArgumentOutOfRangeException(nameof(endpoint), endpoint, null),
        };
    }

    private static Task AskForNothingAsync(TestDj dj, string endpoint) => endpoint switch
    {
        "playlist" => dj.Spotify.GetPlaylistAsync("0000000000000000000000", Ct),
        "search" => dj.Get<Dj.Spotify.ISpotifySearch>().SearchTracksAsync("zzzzzz", ct: Ct),
        "me" => dj.Get<People.Sessions>().GetUserAsync("no-such-token", Ct),
        "isrc" => dj.Deezer.GetByIsrcAsync("ZZZZZ0000000", Ct),
        "recording" => dj.MusicBrainz.FindIsrcAsync("Nobody At All", "Nothing", 100, Ct),
        _ => dj.LastFm.GetTrackInfoAsync("Nobody At All", "Nothing", Ct),
    };
}
