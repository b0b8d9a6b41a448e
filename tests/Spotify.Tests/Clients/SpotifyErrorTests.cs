using System.Net;
using Dj.Spotify;

namespace Dj.Tests.Clients;

public sealed class SpotifyErrorTests
{
    private const string TrackId = "11dFghVXANMlKmJXsNCbNl";

    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "Resource not found")]
    [InlineData(HttpStatusCode.NotFound, "analysis not found")]
    [InlineData(HttpStatusCode.BadRequest, "invalid id")]
    [InlineData(HttpStatusCode.BadRequest, "Invalid base62 id")]
    public async Task NoSuchThing_IsNull(HttpStatusCode status, string message)
    {
        var client = Client(new StubUpstream(Error(status, message), status));

        Assert.Null(await client.GetPlaylistAsync(TrackId, s_ct));
        Assert.Null(await client.GetPlaylistPageAsync(TrackId, 0, s_ct));
        Assert.Null(await client.GetTrackAsync(TrackId, s_ct));
        Assert.Null(await client.GetAudioFeaturesAsync(TrackId, s_ct));
        Assert.Null(await client.GetUserAsync("nobody", s_ct));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "Invalid limit", "400 Bad Request: Invalid limit")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "Service unavailable", "503 Service Unavailable: Service unavailable")]
    [InlineData(
        HttpStatusCode.Unauthorized,
        "Invalid access token",
        "401 Unauthorized: Invalid access token (check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET)")]
    public async Task OtherErrors_AreFailures(HttpStatusCode status, string message, string problem)
    {
        var failure = await FailureOfAsync(new StubUpstream(Error(status, message), status));

        Assert.Equal("Spotify", failure.Upstream);
        Assert.Equal($"Spotify does not answer: {problem}", failure.Message);
    }

    [Fact]
    public async Task NotFound_OfSomethingElseThanSpotify_IsAFailure()
    {
        var failure = await FailureOfAsync(new StubUpstream("<html>Not Found</html>", HttpStatusCode.NotFound));

        Assert.Equal("Spotify does not answer: 404 Not Found: check SPOTIFY_BASE_URL", failure.Message);
    }

    [Fact]
    public async Task TooManyCalls_TellHowLongToWait()
    {
        var upstream = new StubUpstream(Error(HttpStatusCode.TooManyRequests, "API rate limit exceeded"), HttpStatusCode.TooManyRequests)
        {
            RetryAfter = TimeSpan.FromSeconds(7),
        };

        var failure = Assert.IsType<UpstreamLimitException>(await FailureOfAsync(upstream));

        Assert.Equal(TimeSpan.FromSeconds(7), failure.RetryAfter);
        Assert.Single(upstream.Calls);
    }

    [Fact]
    public async Task Answer_ThatIsNoneOfSpotifys_IsAFailure()
    {
        var failure = await FailureOfAsync(new StubUpstream("<html>Please log in</html>"));

        Assert.StartsWith("Spotify does not answer: its answer cannot be read", failure.Message, StringComparison.Ordinal);
    }

    private static Task<UpstreamException> FailureOfAsync(StubUpstream upstream) =>
        Assert.ThrowsAnyAsync<UpstreamException>(() => Client(upstream).GetTrackAsync(TrackId, s_ct));

    private static string Error(HttpStatusCode status, string message) =>
        $$$"""{ "error": { "status": {{{(int)status}}}, "message": "{{{message}}}" } }""";

    private static SpotifyClient Client(StubUpstream upstream) =>
        new(upstream.CreateClient("https://api.spotify.com/v1/"), new StubAccounts());
}
