using System.Net;
using Dj.MusicBrainz;

namespace Dj.Tests.Clients;

public sealed class MusicBrainzClientTests
{
    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_NamesRecordingArtistAndLength()
    {
        var upstream = new StubUpstream(Recordings());

        await Client(upstream).FindIsrcAsync("We Are the World", "AC/DC & more", 244, s_ct);

        Assert.Equal(
            "https://musicbrainz.org/ws/2/recording?query=recording:\"AC/DC & more\" AND artist:\"We Are the World\" "
                + "AND dur:[241000 TO 247000]&limit=25&fmt=json",
            upstream.Call.Address);
        Assert.Contains("DC%20%26%20more", upstream.Call.Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_AreEscapedForLucene()
    {
        var upstream = new StubUpstream(Recordings());

        await Client(upstream).FindIsrcAsync("\"Weird Al\" Yankovic", "a\\b AND (c:d)*", 2, s_ct);

        Assert.Contains(
            "query=recording:\"a\\\\b AND (c:d)*\" AND artist:\"\\\"Weird Al\\\" Yankovic\" AND dur:[0 TO 5000]",
            upstream.Call.Address,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryCall_SaysWhoIsCallingAndWhereToComplain()
    {
        var upstream = new StubUpstream(Recordings());

        await Client(upstream).FindIsrcAsync("a", "t", 100, s_ct);

        Assert.Equal("CacheGenDjSample/0.1 ( https://example.org )", upstream.Call.Headers.UserAgent.ToString());
    }

    [Fact]
    public async Task BestScoredThatFits_IsTaken()
    {
        var upstream = new StubUpstream(Recordings(
            Recording(100, "244000", "[]"),
            Recording(99, "247001", """["TOOLONG00001"]"""),
            Recording(98, "null", """["NOLENGTH0001"]"""),
            Recording(60, "244000", """["SECOND000001"]"""),
            Recording(90, "241000", """["USQX91300108", "USQX91300809"]""")));

        Assert.Equal("USQX91300108", await Client(upstream).FindIsrcAsync("Daft Punk", "Get Lucky", 244, s_ct));
    }

    [Fact]
    public async Task IsrcsAsObjects_AreRead()
    {
        var upstream = new StubUpstream(Recordings(Recording(100, "244000", """[ { "id": "USQX91300108", "recordings": [] } ]""")));

        Assert.Equal("USQX91300108", await Client(upstream).FindIsrcAsync("a", "t", 244, s_ct));
    }

    [Fact]
    public async Task NothingThatFits_IsNull()
    {
        Assert.Null(await Client(new StubUpstream(Recordings())).FindIsrcAsync("a", "t", 244, s_ct));
        Assert.Null(
            await Client(new StubUpstream("""{ "recordings": [ { "id": "x", "score": 100, "length": 244000 } ] }"""))
                .FindIsrcAsync("a", "t", 244, s_ct));
    }

    [Fact]
    public async Task TooManyCalls_AreARefusal()
    {
        var upstream = new StubUpstream(
            """
            {
              "error": "Your requests are exceeding the allowable rate limit. Please see http://wiki.musicbrainz.org/XMLWebService",
              "help": "For usage, please see: https://musicbrainz.org/development/mmd"
            }
            """,
            HttpStatusCode.ServiceUnavailable)
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };

        var failure = Assert.IsType<UpstreamLimitException>(await FailureOfAsync(upstream));

        Assert.Equal(TimeSpan.FromSeconds(5), failure.RetryAfter);
    }

    [Theory]
    [InlineData("""{ "error": "The MusicBrainz search server is currently busy. Please try again later." }""", true)]
    [InlineData("<html>503</html>", false)]
    public async Task BusyServer_IsAFailure(string body, bool saysWhy)
    {
        var failure = await FailureOfAsync(new StubUpstream(body, HttpStatusCode.ServiceUnavailable));

        Assert.IsType<UpstreamException>(failure);
        Assert.Equal(
            "MusicBrainz does not answer: 503 Service Unavailable"
                + (saysWhy ? ": The MusicBrainz search server is currently busy. Please try again later." : ""),
            failure.Message);
    }

    private static Task<UpstreamException> FailureOfAsync(StubUpstream upstream) =>
        Assert.ThrowsAnyAsync<UpstreamException>(() => Client(upstream).FindIsrcAsync("a", "t", 244, s_ct));

    // In the shape of https://musicbrainz.org/doc/MusicBrainz_API/Search, shortened.
    private static string Recordings(params string[] recordings) => $$"""
        {
          "created": "2024-05-01T12:00:00.000Z", "count": {{recordings.Length}}, "offset": 0,
          "recordings": [ {{string.Join(',', recordings)}} ]
        }
        """;

    private static string Recording(int score, string length, string isrcs) => $$"""
        {
          "id": "026fa041-3917-4c73-9079-ed16e36f20f8", "score": {{score}}, "title": "Get Lucky", "length": {{length}}, "video": null,
          "artist-credit": [ { "name": "Daft Punk", "artist": { "id": "056e4f3e-d505-4dad-8ec1-d04f521cbb56", "name": "Daft Punk" } } ],
          "isrcs": {{isrcs}}
        }
        """;

    private static MusicBrainzClient Client(StubUpstream upstream) => new(upstream.CreateClient("https://musicbrainz.org/ws/2/"));
}
