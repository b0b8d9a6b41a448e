using System.Net;
using System.Text;
using Dj.Http;
using Dj.Spotify;

namespace Dj.Tests.Clients;

public sealed class SpotifyAccountsClientTests
{
    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_ComesFromTheAccountsAddress()
    {
        var upstream = new StubUpstream("""{ "access_token": "NgCXRKc...MzYjw", "token_type": "bearer", "expires_in": 3600 }""");

        var token = await Client(upstream).GetTokenAsync(s_ct);

        Assert.Equal(new AccessToken("NgCXRKc...MzYjw", TimeSpan.FromHours(1)), token);
        Assert.Equal(HttpMethod.Post, upstream.Call.Method);
        Assert.Equal("https://accounts.spotify.com/api/token", upstream.Call.Address);
        Assert.Equal("grant_type=client_credentials", upstream.Call.Body);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("my-id:my-secret"));
        Assert.Equal($"Basic {basic}", upstream.Call.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task WrongSecret_TellsWhichVariablesToCheck()
    {
        var upstream = new StubUpstream(
            """{ "error": "invalid_client", "error_description": "Invalid client secret" }""", HttpStatusCode.BadRequest);

        var failure = await Assert.ThrowsAsync<UpstreamException>(() => Client(upstream).GetTokenAsync(s_ct));

        Assert.Equal(
            "Spotify does not answer: 400 Bad Request: Invalid client secret (check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET)",
            failure.Message);
    }

    [Fact]
    public async Task Me_ComesFromTheApi()
    {
        var upstream = new StubUpstream("""{ "display_name": "Wizzler", "id": "wizzler", "product": "premium", "type": "user" }""");

        Assert.Equal(new SpotifyUser("wizzler", "Wizzler"), await Client(upstream).GetMeAsync("user-token", s_ct));

        Assert.Equal("https://api.spotify.com/v1/me", upstream.Call.Address);
        Assert.Equal("Bearer user-token", upstream.Call.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task ExpiredToken_IsNobodys()
    {
        var upstream = new StubUpstream(
            """{ "error": { "status": 401, "message": "The access token expired" } }""", HttpStatusCode.Unauthorized);

        Assert.Null(await Client(upstream).GetMeAsync("user-token", s_ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a token")]
    [InlineData("tökén")]
    [InlineData("a\r\nX-Other: 1")]
    public async Task WhatIsNoToken_IsNobodys_AndNotSent(string token)
    {
        var upstream = new StubUpstream();

        Assert.Null(await Client(upstream).GetMeAsync(token, s_ct));
        Assert.Empty(upstream.Calls);
    }

    private static SpotifyAccountsClient Client(StubUpstream upstream)
    {
        var settings = new SpotifySettings(
            new Uri("https://api.spotify.com/v1/"), new Uri("https://accounts.spotify.com/"), "my-id", "my-secret");
        var http = new HttpClient(upstream);
        settings.Apply(http);
        return new SpotifyAccountsClient(http, settings);
    }
}
