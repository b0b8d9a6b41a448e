using System.Net;
using System.Text.Json;
using Dj.Upstream.Music;

namespace Dj.Tests.Upstream;

public sealed class MusicBrainzTests
{
    [Fact]
    public async Task Recording_HasTheDocumentedFields()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = host.World.Tracks.First(track =>
            track.OnMusicBrainz is [{ Isrcs.Count: 1 }] && track.Artist.Name.StartsWith("The ", StringComparison.Ordinal));
        var expected = track.OnMusicBrainz[0];

        var found = await host.RecordingsAsync(Query(track));

        Assert.Equal((1, 0), (found.GetProperty("count").GetInt32(), found.GetProperty("offset").GetInt32()));
        var recording = Assert.Single(found.GetProperty("recordings").EnumerateArray());
        Assert.Equal(expected.Mbid, recording.GetProperty("id").GetString());
        Assert.Equal(100, recording.GetProperty("score").GetInt32());
        Assert.Equal(expected.LengthMs, recording.GetProperty("length").GetInt32());
        Assert.Equal(expected.Isrcs, recording.GetProperty("isrcs").EnumerateArray().Select(isrc => isrc.GetString()!));
        Assert.True(DateOnly.TryParse(recording.GetProperty("first-release-date").GetString(), out _));
        var credit = recording.GetProperty("artist-credit")[0];
        Assert.Equal(track.Artist.Name, credit.GetProperty("name").GetString());
        Assert.Equal(track.Artist.Name[4..] + ", The", credit.GetProperty("artist").GetProperty("sort-name").GetString());
    }

    [Fact]
    public async Task Duration_TellsTheStudioFromTheLiveRecording()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = host.World.Tracks.First(track => track.OnMusicBrainz.Count == 2);

        var both = await IdsAsync(host, $"recording:\"{track.RealTitle}\" AND artist:\"{track.Artist.Name}\"");
        var studio = await IdsAsync(host, Query(track));
        var live = await IdsAsync(host, $"recording:\"{track.RealTitle}\" AND dur:[{track.DurationMs + 30_000} TO *]");

        Assert.Equal(track.OnMusicBrainz.Select(recording => recording.Mbid), both);
        Assert.Equal([track.OnMusicBrainz[0].Mbid], studio);
        Assert.Equal([track.OnMusicBrainz[1].Mbid], live);
    }

    [Fact]
    public async Task Isrc_FindsItsRecording()
    {
        await using var host = await UpstreamHost.StartAsync();
        var recording = host.World.Tracks.First(track => track.OnMusicBrainz is [{ Isrcs.Count: 1 }]).OnMusicBrainz[0];

        Assert.Equal([recording.Mbid], await IdsAsync(host, "isrc:" + recording.Isrcs[0]));
    }

    [Fact]
    public async Task RecordingWithoutIsrc_HasNoListOfThem()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = host.World.Tracks.First(track => track.OnMusicBrainz is [{ Isrcs.Count: 0 }]);

        var found = await host.RecordingsAsync(Query(track));

        Assert.False(found.GetProperty("recordings")[0].TryGetProperty("isrcs", out _));
    }

    [Fact]
    public async Task TracksWithoutIsrc_AreFoundAsTheWorldSays()
    {
        await using var host = await UpstreamHost.StartAsync();
        var without = host.World.Playlists.First.TrackIds.Select(id => host.World.FindTrack(id)!).Where(track => track.Isrc is null);

        foreach (var track in without)
        {
            // By what Spotify calls the artist, since that is all a client knows.
            var artist = track.Artist.SpotifyName;
            var found = await IdsAsync(host, $"recording:\"{track.Title}\" AND artist:\"{artist}\" AND {Duration(track)}");
            Assert.Equal(track.OnMusicBrainz.Take(1).Select(recording => recording.Mbid), found);
        }
    }

    [Theory]
    [InlineData("""recording:"a" OR artist:"b" """)]
    [InlineData("recording:(a b)")]
    [InlineData("recording:\"a")]
    [InlineData("dur:[1 TO")]
    [InlineData("barcode:7")]
    public async Task QueryItCannotRead_IsABadRequest(string query)
    {
        await using var host = await UpstreamHost.StartAsync();

        var error = await host.GetAsync(
            host.Apis.MusicBrainz, "recording?fmt=json&query=" + Uri.EscapeDataString(query), HttpStatusCode.BadRequest);

        Assert.StartsWith("Unable to parse search", error.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EscapedQuote_BelongsToThePhrase()
    {
        await using var host = await UpstreamHost.StartAsync();

        var found = await host.RecordingsAsync("""recording:"no \"such\" title" AND artist:"a\:b" """);

        Assert.Equal(0, found.GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("", HttpStatusCode.NotAcceptable)]
    [InlineData("fmt=xml&", HttpStatusCode.NotAcceptable)]
    public async Task OtherFormat_IsNotAcceptable(string format, HttpStatusCode expected)
    {
        await using var host = await UpstreamHost.StartAsync();

        using var response = await host.SendAsync(host.Apis.MusicBrainz, $"recording?{format}query=isrc:X");

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/xml", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task AcceptHeader_SaysJsonToo()
    {
        await using var host = await UpstreamHost.StartAsync();
        host.Http.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        await host.GetAsync(host.Apis.MusicBrainz, "recording?query=isrc:X");
    }

    [Fact]
    public async Task NoUserAgent_IsForbidden()
    {
        await using var host = await UpstreamHost.StartAsync();
        host.Http.DefaultRequestHeaders.UserAgent.Clear();

        using var response = await host.SendAsync(host.Apis.MusicBrainz, "recording?fmt=json&query=isrc:X");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static string Query(WorldTrack track) =>
        $"recording:\"{track.RealTitle}\" AND artist:\"{track.Artist.Name}\" AND {Duration(track)}";

    private static string Duration(WorldTrack track) => $"dur:[{track.DurationMs - 3_000} TO {track.DurationMs + 3_000}]";

    private static async Task<IEnumerable<string>> IdsAsync(UpstreamHost host, string query)
    {
        var found = await host.RecordingsAsync(query);
        return found.GetProperty("recordings").EnumerateArray().Select(recording => recording.GetProperty("id").GetString()!);
    }
}
