using Dj.Http;
using Dj.LastFm;

namespace Dj.Tests.Clients;

public sealed class LastFmClientTests
{
    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Correction_IsRead()
    {
        var upstream = new StubUpstream("""
            {
              "corrections": { "correction": {
                "track": { "name": "Mr. Brownstone", "mbid": "", "url": "", "artist": { "name": "Guns N' Roses", "mbid": "", "url": "" } },
                "@attr": { "index": "0", "artistcorrected": "1", "trackcorrected": "1" }
              } }
            }
            """);

        var correction = await Client(upstream).GetCorrectionAsync("GnR & friends", "Mrbrownstone", s_ct);

        Assert.Equal(new Correction("Guns N' Roses", "Mr. Brownstone"), correction);
        Assert.Equal(
            "https://ws.audioscrobbler.com/2.0/?method=track.getCorrection&artist=GnR%20%26%20friends&track=Mrbrownstone"
                + "&api_key=my-key&format=json",
            upstream.Call.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("\"\\n\"")]
    [InlineData("\"\\n                \"")]
    [InlineData("{ \"correction\": [] }")]
    [InlineData("null")]
    public async Task NothingToCorrect_MeansTheNamesAreRight(string corrections)
    {
        var upstream = new StubUpstream($$"""{ "corrections": {{corrections}} }""");

        Assert.Equal(new Correction(Artist: null, Track: null), await Client(upstream).GetCorrectionAsync("Cher", "Believe", s_ct));
    }

    [Fact]
    public async Task CorrectionWithoutName_IsOfNoTrack()
    {
        var upstream = new StubUpstream("""
            {
              "corrections": { "correction": {
                "track": { "url": "", "artist": { "url": "" } },
                "@attr": { "index": "0", "artistcorrected": "0", "trackcorrected": "0" }
              } }
            }
            """);

        Assert.Null(await Client(upstream).GetCorrectionAsync("Cher", "Believe", s_ct));
    }

    [Fact]
    public async Task TrackInfo_HasNumbersInStrings()
    {
        var upstream = new StubUpstream("""
            {
              "track": {
                "name": "Believe", "mbid": "32ca187e-ee25-4f18-b7d0-3b6713f24635", "duration": "240000",
                "streamable": { "#text": "0", "fulltrack": "0" }, "listeners": "69572", "playcount": "9912814450",
                "artist": { "name": "Cher", "mbid": "", "url": "" }, "toptags": { "tag": { "name": "pop" } }
              }
            }
            """);

        var track = await Client(upstream).GetTrackInfoAsync("cher", "believe", s_ct);

        Assert.Equal(new TrackInfo("Cher", "Believe", 69572, 9912814450), track);
        AssertAsked("track.getInfo", "&artist=cher&track=believe", upstream);
    }

    [Fact]
    public async Task TopTags_KeepTheirOrder()
    {
        var upstream = new StubUpstream("""
            {
              "toptags": {
                "tag": [ { "count": 100, "name": "pop", "url": "" }, { "count": "67", "name": "dance", "url": "" } ],
                "@attr": { "artist": "Cher", "track": "Believe" }
              }
            }
            """);

        Assert.Equal([new Tag("pop", 100), new Tag("dance", 67)], await Client(upstream).GetTopTagsAsync("Cher", "Believe", s_ct));
        AssertAsked("track.getTopTags", "&artist=Cher&track=Believe", upstream);
    }

    [Theory]
    [InlineData("""{ "tag": { "count": 100, "name": "pop", "url": "" } }""", 1)]
    [InlineData("""{ "tag": [] }""", 0)]
    [InlineData("""{ "#text": "\n", "artist": "Cher", "track": "Believe" }""", 0)]
    [InlineData("\"\\n\"", 0)]
    public async Task ListOfOneOrNone_IsRead(string toptags, int count)
    {
        var upstream = new StubUpstream($$"""{ "toptags": {{toptags}} }""");

        Assert.Equal(count, (await Client(upstream).GetTopTagsAsync("Cher", "Believe", s_ct)).Count);
    }

    [Fact]
    public async Task SimilarTracks_AreLimited()
    {
        var upstream = new StubUpstream("""
            {
              "similartracks": {
                "track": [
                  { "name": "Ray of Light", "playcount": 1, "match": 1.0, "url": "", "duration": 265, "artist": { "name": "Madonna" } },
                  { "name": "All or Nothing", "playcount": 1, "match": "0.41", "url": "", "artist": { "name": "Cher" } }
                ],
                "@attr": { "artist": "Cher" }
              }
            }
            """);

        var similar = await Client(upstream).GetSimilarTracksAsync("Cher", "Believe", s_ct);

        Assert.Equal([new SimilarTrack("Madonna", "Ray of Light", 1), new SimilarTrack("Cher", "All or Nothing", 0.41)], similar);
        AssertAsked("track.getSimilar", "&artist=Cher&track=Believe&limit=20", upstream);
    }

    [Fact]
    public async Task ArtistInfo_IsRead()
    {
        var upstream = new StubUpstream("""
            {
              "artist": {
                "name": "Cher", "mbid": "", "image": [ { "#text": "", "size": "small" } ], "streamable": "0", "ontour": "0",
                "stats": { "listeners": "196440", "playcount": "1599061" },
                "similar": { "artist": [ { "name": "Sonny & Cher", "url": "", "image": [] }, { "name": "Madonna", "url": "" } ] },
                "tags": { "tag": [ { "name": "pop", "url": "" }, { "name": "dance", "url": "" } ] },
                "bio": { "summary": "" }
              }
            }
            """);

        var artist = await Client(upstream).GetArtistInfoAsync("Cher", s_ct);

        Assert.Equal(("Cher", 196440L), (artist!.Name, artist.Listeners));
        Assert.Equal(["pop", "dance"], artist.Tags);
        Assert.Equal(["Sonny & Cher", "Madonna"], artist.Similar);
        AssertAsked("artist.getInfo", "&artist=Cher", upstream);
    }

    [Fact]
    public async Task ArtistWithoutTags_HasNone()
    {
        var upstream = new StubUpstream(
            """{ "artist": { "name": "Cher", "stats": { "listeners": "1" }, "similar": "", "tags": "\n" } }""");

        var artist = await Client(upstream).GetArtistInfoAsync("Cher", s_ct);

        Assert.Empty(artist!.Tags);
        Assert.Empty(artist.Similar);
    }

    private static void AssertAsked(string method, string parameters, StubUpstream upstream) =>
        Assert.Equal(
            $"https://ws.audioscrobbler.com/2.0/?method={method}{parameters}&api_key=my-key&format=json", upstream.Call.Address);

    private static LastFmClient Client(StubUpstream upstream)
    {
        var settings = new LastFmSettings(new Uri("https://ws.audioscrobbler.com/2.0/"), "my-key");
        var http = new HttpClient(upstream);
        settings.Apply(http);
        return new LastFmClient(http, settings);
    }
}
