using System.Net;
using Dj.Http;
using Dj.LastFm;

namespace Dj.Tests.Clients;

public sealed class LastFmErrorTests
{
    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    // Some methods send the status that fits, others 200.
    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task NoSuchThing_IsNothing(HttpStatusCode status)
    {
        var client = Client(new StubUpstream("""{ "error": 6, "message": "Track not found", "links": [] }""", status));

        Assert.Null(await client.GetCorrectionAsync("a", "t", s_ct));
        Assert.Null(await client.GetTrackInfoAsync("a", "t", s_ct));
        Assert.Empty(await client.GetTopTagsAsync("a", "t", s_ct));
        Assert.Empty(await client.GetSimilarTracksAsync("a", "t", s_ct));
        Assert.Null(await client.GetArtistInfoAsync("a", s_ct));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task TooManyCalls_AreARefusal(HttpStatusCode status)
    {
        var failure = await FailureOfAsync(
            new StubUpstream("""{ "error": 29, "message": "Rate Limit Exceeded" }""", status) { RetryAfter = TimeSpan.FromSeconds(1) });

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<UpstreamLimitException>(failure).RetryAfter);
        Assert.Equal("Last.fm does not answer: Rate Limit Exceeded", failure.Message);
    }

    [Fact]
    public async Task WrongKey_TellsWhichVariableToCheck()
    {
        var failure = await FailureOfAsync(
            new StubUpstream("""{ "error": 10, "message": "Invalid API key" }""", HttpStatusCode.Forbidden));

        Assert.Equal("Last.fm does not answer: Invalid API key (check LASTFM_API_KEY)", failure.Message);
    }

    [Theory]
    [InlineData("""{ "error": 11, "message": "Service Offline" }""", HttpStatusCode.OK, "Service Offline (error 11)")]
    [InlineData("<html></html>", HttpStatusCode.InternalServerError, "500 Internal Server Error")]
    [InlineData("", HttpStatusCode.NotFound, "404 Not Found")]
    public async Task OtherErrors_AreFailures(string body, HttpStatusCode status, string problem)
    {
        var failure = await FailureOfAsync(new StubUpstream(body, status));

        Assert.IsType<UpstreamException>(failure);
        Assert.Equal($"Last.fm does not answer: {problem}", failure.Message);
    }

    private static Task<UpstreamException> FailureOfAsync(StubUpstream upstream) =>
        Assert.ThrowsAnyAsync<UpstreamException>(() => Client(upstream).GetTrackInfoAsync("a", "t", s_ct));

    private static LastFmClient Client(StubUpstream upstream)
    {
        const string Address = "https://ws.audioscrobbler.com/2.0/";
        return new LastFmClient(upstream.CreateClient(Address), LastFmSettings.Bundled(new Uri(Address)));
    }
}
