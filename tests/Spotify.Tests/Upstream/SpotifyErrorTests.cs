using System.Net;
using System.Net.Http.Headers;

namespace Dj.Tests.Upstream;

public sealed class SpotifyErrorTests
{
    [Theory]
    [InlineData("playlists/0000000000000000000000", 404, "Resource not found")]
    [InlineData("playlists/0000000000000000000000/tracks", 404, "Resource not found")]
    [InlineData("tracks/0000000000000000000000", 404, "Resource not found")]
    [InlineData("audio-features/0000000000000000000000", 404, "analysis not found")]
    [InlineData("users/nobody", 404, "No such user")]
    [InlineData("no/such/thing", 404, "Service not found")]
    [InlineData("playlists/any/tracks?limit=101", 400, "Invalid limit")]
    [InlineData("playlists/any/tracks?limit=0", 400, "Invalid limit")]
    [InlineData("playlists/any/tracks?offset=-1", 400, "Invalid offset")]
    [InlineData("audio-features", 400, "Invalid request")]
    [InlineData("search?type=track", 400, "No search query")]
    [InlineData("search?q=a", 400, "Missing parameter type")]
    [InlineData("search?q=a&type=track&limit=51", 400, "Invalid limit")]
    public async Task WrongRequest_IsToldInSpotifysForm(string path, int status, string message)
    {
        await using var host = await UpstreamHost.StartAsync();

        var error = (await host.GetAsync(host.Apis.Spotify, path, (HttpStatusCode)status)).GetProperty("error");

        Assert.Equal((status, message), (error.GetProperty("status").GetInt32(), error.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task MoreThanAHundredFeatures_AreTooMany()
    {
        await using var host = await UpstreamHost.StartAsync();
        var ids = host.World.Tracks.Take(101).Select(track => track.Id).ToArray();

        await host.SpotifyAsync("audio-features?ids=" + string.Join(',', ids[..100]));
        await host.GetAsync(host.Apis.Spotify, "audio-features?ids=" + string.Join(',', ids), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(null, "No token provided")]
    [InlineData("made-up", "Invalid access token")]
    [InlineData("user-token-nobody", "Invalid access token")]
    public async Task WithoutAToken_NobodyGetsIn(string? token, string message)
    {
        await using var host = await UpstreamHost.StartAsync();
        host.LogIn(token);

        foreach (var path in (string[])["me", "search?q=a&type=track", $"playlists/{host.World.Playlists.First.Id}"])
        {
            var error = await host.GetAsync(host.Apis.Spotify, path, HttpStatusCode.Unauthorized);
            Assert.Equal(message, error.GetProperty("error").GetProperty("message").GetString());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ApplicationsToken_IsGoodForAnHourAndForNobodysEdits(bool inHeader)
    {
        await using var host = await UpstreamHost.StartAsync();
        var token = await GetTokenAsync(host, inHeader);
        host.LogIn(token);

        await host.SpotifyAsync("search?q=a&type=track");
        await host.GetAsync(host.Apis.Spotify, "me", HttpStatusCode.Unauthorized);
        host.Clock.Advance(TimeSpan.FromSeconds(3_600));
        var error = await host.GetAsync(host.Apis.Spotify, "search?q=a&type=track", HttpStatusCode.Unauthorized);

        Assert.Equal("The access token expired", error.GetProperty("error").GetProperty("message").GetString());
        Assert.NotEqual(token, await GetTokenAsync(host, inHeader));
    }

    [Fact]
    public async Task TokenWithoutCredentials_IsRefused()
    {
        await using var host = await UpstreamHost.StartAsync();
        host.LogIn(null);

        using var grant = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        using var noClient = await host.Http.PostAsync(TokenAddress(host), grant, TestContext.Current.CancellationToken);
        using var other = new FormUrlEncodedContent([new("grant_type", "password"), new("client_id", "a"), new("client_secret", "b")]);
        using var noGrant = await host.Http.PostAsync(TokenAddress(host), other, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (noClient.StatusCode, noGrant.StatusCode));
        Assert.Equal("invalid_client", (await UpstreamHost.ReadAsync(noClient)).GetProperty("error").GetString());
        Assert.Equal("unsupported_grant_type", (await UpstreamHost.ReadAsync(noGrant)).GetProperty("error").GetString());
    }

    private static async Task<string> GetTokenAsync(UpstreamHost host, bool inHeader)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TokenAddress(host));
        KeyValuePair<string, string>[] form = [new("grant_type", "client_credentials")];
        if (inHeader)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("an-id:a-secret"u8));
        else
            form = [.. form, new("client_id", "an-id"), new("client_secret", "a-secret")];

        request.Content = new FormUrlEncodedContent(form);

        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var token = await UpstreamHost.ReadAsync(response);
        Assert.Equal(3_600, token.GetProperty("expires_in").GetInt32());
        Assert.Equal("Bearer", token.GetProperty("token_type").GetString());
        return token.GetProperty("access_token").GetString()!;
    }

    private static Uri TokenAddress(UpstreamHost host) => new(host.Apis.SpotifyAccounts, "api/token");
}
