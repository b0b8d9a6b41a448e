using System.Net;
using Dj.Deezer;

namespace Dj.Tests.Clients;

public sealed class DeezerClientTests
{
    // In the shape of https://developers.deezer.com/api/track, shortened.
    private const string Track = """
        {
          "id": 3135556, "readable": true, "title": "Harder, Better, Faster, Stronger", "isrc": "GBDUW0000059",
          "link": "https://www.deezer.com/track/3135556", "duration": 226, "rank": 797313, "bpm": 123.4, "gain": -12.4,
          "contributors": [ { "id": 27, "name": "Daft Punk", "role": "Main" } ],
          "artist": { "id": 27, "name": "Daft Punk", "type": "artist" }, "album": { "id": 302127, "title": "Discovery" }, "type": "track"
        }
        """;

    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    private static readonly DeezerTrack s_track =
        new(3135556, "Harder, Better, Faster, Stronger", "Daft Punk", "GBDUW0000059", 226, 123.4);

    [Fact]
    public async Task Track_IsFoundByIsrc()
    {
        var upstream = new StubUpstream(Track);

        Assert.Equal(s_track, await Client(upstream).GetByIsrcAsync("GBDUW0000059", s_ct));
        Assert.Equal("https://api.deezer.com/track/isrc:GBDUW0000059", upstream.Call.Address);
    }

    [Fact]
    public async Task Track_IsFoundById()
    {
        var upstream = new StubUpstream(Track);

        Assert.Equal(s_track, await Client(upstream).GetTrackAsync(3135556, s_ct));
        Assert.Equal("https://api.deezer.com/track/3135556", upstream.Call.Address);
    }

    [Fact]
    public async Task NumbersAsStrings_AreRead()
    {
        // This is how the documentation shows them.
        var upstream = new StubUpstream("""
            { "id": "3135556", "title": "t", "isrc": "", "duration": "226", "bpm": "0", "artist": { "id": "27", "name": "Daft Punk" } }
            """);

        Assert.Equal(new DeezerTrack(3135556, "t", "Daft Punk", null, 226, 0), await Client(upstream).GetTrackAsync(3135556, s_ct));
    }

    [Fact]
    public async Task SearchByName_LeavesOutQuotationMarks()
    {
        var upstream = new StubUpstream("""{ "data": [], "total": 0 }""");

        Assert.Empty(await Client(upstream).SearchByNameAsync("\"Weird Al\" Yankovic", "Eat It (12\" mix) & more", 200, s_ct));

        Assert.Equal(
            "https://api.deezer.com/search?q=artist:\"Weird Al  Yankovic\" track:\"Eat It (12  mix) & more\" "
                + "dur_min:197 dur_max:203&limit=100",
            upstream.Call.Address);
        Assert.Contains("%20%26%20more%22", upstream.Call.Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchByIsrc_AsksForAboutThatLength()
    {
        var upstream = new StubUpstream(Hits(222, 223, 226, 229, 230));

        var hits = await Client(upstream).SearchByIsrcAsync("GBDUW0000059", 226, s_ct);

        Assert.Equal([223, 226, 229], hits.Select(static hit => hit.Seconds));
        Assert.Equal(new DeezerHit(223, "One More Time", "Daft Punk", 223), hits[0]);
        Assert.Equal(
            "https://api.deezer.com/search?q=isrc:\"GBDUW0000059\" dur_min:223 dur_max:229&limit=100", upstream.Call.Address);
    }

    [Fact]
    public async Task NoData_IsNothing()
    {
        var client = Client(new StubUpstream("""{ "error": { "type": "DataException", "message": "no data", "code": 800 } }"""));

        Assert.Null(await client.GetTrackAsync(1, s_ct));
        Assert.Null(await client.GetByIsrcAsync("XX0000000000", s_ct));
        Assert.Empty(await client.SearchByIsrcAsync("XX0000000000", 100, s_ct));
        Assert.Empty(await client.SearchByNameAsync("a", "b", 100, s_ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task BlankIsrc_IsNotAskedFor(string isrc)
    {
        var upstream = new StubUpstream();

        Assert.Null(await Client(upstream).GetByIsrcAsync(isrc, s_ct));
        Assert.Empty(upstream.Calls);
    }

    [Fact]
    public async Task UsedUpQuota_IsARefusal()
    {
        var failure = await FailureOfAsync(
            new StubUpstream("""{ "error": { "type": "Exception", "message": "Quota limit exceeded", "code": 4 } }"""));

        Assert.Null(Assert.IsType<UpstreamLimitException>(failure).RetryAfter);
        Assert.Equal("Deezer does not answer: Quota limit exceeded", failure.Message);
    }

    [Fact]
    public async Task OtherErrors_AreFailures()
    {
        var failure = await FailureOfAsync(
            new StubUpstream("""{ "error": { "type": "ServiceBusyException", "message": "Service is busy", "code": 700 } }"""));

        Assert.IsType<UpstreamException>(failure);
        Assert.Equal("Deezer does not answer: Service is busy (ServiceBusyException, code 700)", failure.Message);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "404 Not Found")]
    [InlineData(HttpStatusCode.BadGateway, "502 Bad Gateway")]
    public async Task Status_ThatDeezerDoesNotSend_IsAFailure(HttpStatusCode status, string problem)
    {
        var failure = await FailureOfAsync(new StubUpstream("<html></html>", status));

        Assert.Equal($"Deezer does not answer: {problem}", failure.Message);
    }

    private static Task<UpstreamException> FailureOfAsync(StubUpstream upstream) =>
        Assert.ThrowsAnyAsync<UpstreamException>(() => Client(upstream).GetTrackAsync(1, s_ct));

    private static string Hits(params int[] durations)
    {
        var hits = durations.Select(static duration => $$"""
            {
              "id": {{duration}}, "readable": true, "title": "One More Time", "duration": {{duration}}, "rank": 1,
              "artist": { "id": 27, "name": "Daft Punk" }, "album": { "id": 302127, "title": "Discovery" }, "type": "track"
            }
            """);
        return $$"""{ "data": [ {{string.Join(',', hits)}} ], "total": {{durations.Length}} }""";
    }

    private static DeezerClient Client(StubUpstream upstream) => new(upstream.CreateClient("https://api.deezer.com/"));
}
