using System.Net;
using Dj.Spotify;

namespace Dj.Tests.Clients;

public sealed class SpotifyClientTests
{
    private const string PlaylistId = "37i9dQZF1DX4dyzvuaRJ0n";
    private const string TrackId = "11dFghVXANMlKmJXsNCbNl";

    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    private readonly StubAccounts _accounts = new();

    [Fact]
    public async Task Playlist_IsAskedForWithoutItsTracks()
    {
        var upstream = new StubUpstream("""
            {
              "description": "The biggest tunes in dance music.", "id": "37i9dQZF1DX4dyzvuaRJ0n", "name": "mint",
              "owner": { "id": "spotify" }, "snapshot_id": "ZmFjZQ==", "tracks": { "total": 214 }
            }
            """);

        var playlist = await Client(upstream).GetPlaylistAsync(PlaylistId, s_ct);

        Assert.Equal(new Playlist(PlaylistId, "mint", "The biggest tunes in dance music.", "spotify", "ZmFjZQ==", 214), playlist);
        Assert.Equal(
            $"https://api.spotify.com/v1/playlists/{PlaylistId}?fields=id,name,description,owner(id),snapshot_id,tracks(total)",
            upstream.Call.Address);
    }

    [Fact]
    public async Task EveryCall_AsksForTheApplicationsToken()
    {
        var upstream = new StubUpstream(SpotifyBodies.NotFound, HttpStatusCode.NotFound);
        var client = Client(upstream);

        await client.GetTrackAsync(TrackId, s_ct);
        await client.GetTrackAsync(TrackId, s_ct);

        Assert.Equal(2, _accounts.Tokens);
        Assert.All(upstream.Calls, static call => Assert.Equal("Bearer app-token", call.Headers.Authorization!.ToString()));
    }

    [Fact]
    public async Task Page_LeavesOutWhatIsNoTrack()
    {
        var upstream = new StubUpstream(SpotifyBodies.Page);

        var page = await Client(upstream).GetPlaylistPageAsync(PlaylistId, 100, s_ct);

        Assert.Equal((100, 106), (page!.Offset, page.Total));
        Assert.Equal([TrackId, "4uLU6hMCjMI75M1A2tKUQC"], page.Tracks.Select(static track => track.Id));
        Assert.Equal(["Artist A", "Artist B"], page.Tracks[0].Artists);
        Assert.Equal("Cut To The Feeling", page.Tracks[0].Title);
        Assert.Equal("USUM71703861", page.Tracks[0].Isrc);
        Assert.Equal(207959, page.Tracks[0].DurationMs);
    }

    [Fact]
    public async Task Page_NamesLimitOffsetAndFields()
    {
        var upstream = new StubUpstream(SpotifyBodies.Page);

        await Client(upstream).GetPlaylistPageAsync(PlaylistId, 100, s_ct);

        Assert.Equal(
            $"https://api.spotify.com/v1/playlists/{PlaylistId}/tracks?limit=100&offset=100&fields=offset,total,items(is_local,"
                + "track(id,name,type,is_local,duration_ms,artists(name),external_ids(isrc)))",
            upstream.Call.Address);
    }

    [Theory]
    [InlineData("us-um7-17-03861", "USUM71703861")]
    [InlineData("", null)]
    public async Task Isrc_IsWrittenAsOtherCataloguesDo(string sent, string? read)
    {
        var upstream = new StubUpstream(
            $$$"""{ "id": "{{{TrackId}}}", "name": "t", "artists": [], "duration_ms": 1, "external_ids": { "isrc": "{{{sent}}}" } }""");

        var track = await Client(upstream).GetTrackAsync(TrackId, s_ct);

        Assert.Equal(read, track!.Isrc);
        Assert.Equal($"https://api.spotify.com/v1/tracks/{TrackId}", upstream.Call.Address);
    }

    [Fact]
    public async Task Features_AreReadOfOneTrack()
    {
        var upstream = new StubUpstream(SpotifyBodies.Features);

        var features = await Client(upstream).GetAudioFeaturesAsync(TrackId, s_ct);

        Assert.Equal(new AudioFeatures(TrackId, 118.211, 9, 0, 0.842, 0.585), features);
        Assert.Equal($"https://api.spotify.com/v1/audio-features/{TrackId}", upstream.Call.Address);
    }

    [Fact]
    public async Task FeaturesOfMany_LeaveOutTracksWithoutThem()
    {
        var upstream = new StubUpstream($$"""{ "audio_features": [ {{SpotifyBodies.Features}}, null ] }""");

        var features = await Client(upstream).GetManyAudioFeaturesAsync([TrackId, "unknown"], s_ct);

        Assert.Equal(118.211, Assert.Single(features).Value.Tempo);
        Assert.Equal($"https://api.spotify.com/v1/audio-features?ids={TrackId},unknown", upstream.Call.Address);
    }

    [Fact]
    public async Task FeaturesOfNone_NeedNoCall()
    {
        var upstream = new StubUpstream();

        Assert.Empty(await Client(upstream).GetManyAudioFeaturesAsync([], s_ct));
        Assert.Empty(upstream.Calls);
    }

    [Fact]
    public async Task FeaturesOfTooMany_AreRefusedHere()
    {
        var ids = Enumerable.Range(0, 101).Select(static i => $"{i}").ToList();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client(new StubUpstream()).GetManyAudioFeaturesAsync(ids, s_ct));
    }

    [Fact]
    public async Task Search_EscapesItsWords()
    {
        var upstream = new StubUpstream($$"""
            { "tracks": { "limit": 50, "offset": 50, "total": 51, "next": null, "items": [ {{SpotifyBodies.Track}} ] } }
            """);

        var search = await Client(upstream).SearchTracksAsync("rock & roll + 100%?", 50, s_ct);

        Assert.Equal((50, 51, TrackId), (search.Offset, search.Total, Assert.Single(search.Tracks).Id));
        Assert.Equal(
            "https://api.spotify.com/v1/search?q=rock%20%26%20roll%20%2B%20100%25%3F&type=track&limit=50&offset=50",
            upstream.Call.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task User_MayHaveAnyCharactersInTheName()
    {
        var upstream = new StubUpstream("""{ "id": "smedjan/ä?", "display_name": null, "type": "user" }""");

        Assert.Equal(new SpotifyUser("smedjan/ä?", null), await Client(upstream).GetUserAsync("smedjan/ä?", s_ct));
        Assert.Equal("https://api.spotify.com/v1/users/smedjan%2F%C3%A4%3F", upstream.Call.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a?limit=1")]
    public async Task WhatIsNoId_IsNotAskedFor(string id)
    {
        var upstream = new StubUpstream();
        var client = Client(upstream);

        Assert.Null(await client.GetPlaylistAsync(id, s_ct));
        Assert.Null(await client.GetPlaylistPageAsync(id, 0, s_ct));
        Assert.Null(await client.GetTrackAsync(id, s_ct));
        Assert.Null(await client.GetAudioFeaturesAsync(id, s_ct));
        Assert.Empty(await client.GetManyAudioFeaturesAsync([id], s_ct));
        Assert.Empty(upstream.Calls);
    }

    private SpotifyClient Client(StubUpstream upstream) => new(upstream.CreateClient("https://api.spotify.com/v1/"), _accounts);
}
