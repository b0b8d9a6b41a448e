using System.Net;
using Dj.Spotify;

namespace Dj.Tests.Clients;

public sealed class SpotifyEditTests
{
    private const string PlaylistId = "37i9dQZF1DX4dyzvuaRJ0n";

    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    private readonly StubAccounts _accounts = new();

    [Fact]
    public async Task Addition_IsTheUsers()
    {
        var upstream = new StubUpstream("""{ "snapshot_id": "abc" }""", HttpStatusCode.Created);

        Assert.Equal("abc", await Client(upstream).AddTracksAsync(PlaylistId, ["t1", "t2"], "user-token", s_ct));

        Assert.Equal(HttpMethod.Post, upstream.Call.Method);
        Assert.Equal($"https://api.spotify.com/v1/playlists/{PlaylistId}/tracks", upstream.Call.Address);
        Assert.Equal("""{"uris":["spotify:track:t1","spotify:track:t2"]}""", upstream.Call.Body);
        Assert.Equal("Bearer user-token", upstream.Call.Headers.Authorization!.ToString());
        Assert.Equal(0, _accounts.Tokens);
    }

    [Fact]
    public async Task Removal_NamesTracksByUri()
    {
        var upstream = new StubUpstream("""{ "snapshot_id": "def" }""");

        Assert.Equal("def", await Client(upstream).RemoveTracksAsync(PlaylistId, ["t1"], "user-token", s_ct));

        Assert.Equal(HttpMethod.Delete, upstream.Call.Method);
        Assert.Equal($"https://api.spotify.com/v1/playlists/{PlaylistId}/tracks", upstream.Call.Address);
        Assert.Equal("""{"tracks":[{"uri":"spotify:track:t1"}]}""", upstream.Call.Body);
        Assert.Equal("Bearer user-token", upstream.Call.Headers.Authorization!.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task NoTracks_OrTooMany_AreRefusedHere(int count)
    {
        var upstream = new StubUpstream();
        var ids = Enumerable.Range(0, count).Select(static i => $"{i}").ToList();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client(upstream).AddTracksAsync(PlaylistId, ids, "user-token", s_ct));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Client(upstream).RemoveTracksAsync(PlaylistId, ids, "user-token", s_ct));
        Assert.Empty(upstream.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "The access token expired")]
    [InlineData(HttpStatusCode.Forbidden, "You cannot add tracks.")]
    [InlineData(HttpStatusCode.NotFound, "Resource not found")]
    public async Task RefusedEdit_TellsWhatSpotifySays(HttpStatusCode status, string message)
    {
        var upstream = new StubUpstream($$"""{ "error": { "status": {{(int)status}}, "message": "{{message}}" } }""", status);

        var failure = await Assert.ThrowsAsync<SpotifyRefusalException>(
            () => Client(upstream).AddTracksAsync(PlaylistId, ["t1"], "user-token", s_ct));

        Assert.Equal((status, $"Spotify does not do this: {message}"), (failure.Status, failure.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a token\r\nX-Other: 1")]
    public async Task WhatIsNoToken_IsNotSent(string token)
    {
        var upstream = new StubUpstream();

        await Assert.ThrowsAsync<SpotifyRefusalException>(() => Client(upstream).RemoveTracksAsync(PlaylistId, ["t1"], token, s_ct));

        Assert.Empty(upstream.Calls);
    }

    private SpotifyClient Client(StubUpstream upstream) => new(upstream.CreateClient("https://api.spotify.com/v1/"), _accounts);
}
