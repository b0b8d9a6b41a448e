using System.Net;
using System.Text.Json;
using Dj.Upstream.Music;

namespace Dj.Tests.Upstream;

public sealed class LastFmTests
{
    [Fact]
    public async Task NamesAsOnSpotify_AreCorrected()
    {
        await using var host = await UpstreamHost.StartAsync();
        var remastered = Known(host.World).First(track => track.Title.Contains(" - Rem", StringComparison.Ordinal) && IsWellSpelt(track));
        var misspelt = Known(host.World).First(track => track.Title == track.RealTitle && !IsWellSpelt(track));

        Assert.Equal((remastered.Artist.Name, remastered.RealTitle, "0", "1"), await CorrectionAsync(host, remastered));
        Assert.Equal((misspelt.Artist.Name, misspelt.RealTitle, "1", "0"), await CorrectionAsync(host, misspelt));
    }

    [Fact]
    public async Task RightNames_ComeBackAsTheyAre()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = Known(host.World).First(track => track.Title == track.RealTitle && IsWellSpelt(track));

        Assert.Equal((track.Artist.Name, track.Title, "0", "0"), await CorrectionAsync(host, track));
    }

    [Fact]
    public async Task UnknownNames_HaveNoCorrection()
    {
        await using var host = await UpstreamHost.StartAsync();

        var track = await host.LastFmAsync("track.getCorrection", host.World.Artists[0].Name, "No such track");
        var artist = await host.LastFmAsync("track.getCorrection", "Nobody", "No such track");

        Assert.Equal("\n", track.GetProperty("corrections").GetString());
        var empty = artist.GetProperty("corrections").GetProperty("correction").GetProperty("track");
        Assert.False(empty.TryGetProperty("name", out _));
        Assert.Equal("", empty.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Info_HasItsNumbersAsStrings()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = Known(host.World).First(track => track.OnLastFm!.Tags.Count > 5);

        var info = (await host.LastFmAsync("track.getInfo", track.Artist.Name, track.RealTitle)).GetProperty("track");

        Assert.Equal(track.RealTitle, info.GetProperty("name").GetString());
        Assert.Equal($"{track.OnLastFm!.Listeners}", info.GetProperty("listeners").GetString());
        Assert.Equal($"{track.OnLastFm.Playcount}", info.GetProperty("playcount").GetString());
        Assert.Equal("0", info.GetProperty("streamable").GetProperty("#text").GetString());
        Assert.Equal(5, info.GetProperty("toptags").GetProperty("tag").GetArrayLength());
    }

    [Fact]
    public async Task TopTags_AreAListOnlyWhereThereAreSome()
    {
        await using var host = await UpstreamHost.StartAsync();
        var known = Known(host.World);

        var many = await TagsAsync(host, known.First(track => track.OnLastFm!.Tags.Count > 1));
        var one = await TagsAsync(host, known.First(track => track.OnLastFm!.Tags.Count == 1));
        var none = await TagsAsync(host, known.First(track => track.OnLastFm!.Tags.Count == 0));

        Assert.Equal((JsonValueKind.Array, 100), (many.ValueKind, many[0].GetProperty("count").GetInt32()));
        Assert.Equal((JsonValueKind.Object, 100), (one.ValueKind, one.GetProperty("count").GetInt32()));
        Assert.Equal((JsonValueKind.Array, 0), (none.ValueKind, none.GetArrayLength()));
    }

    [Fact]
    public async Task Similar_AreOthersTheNearestFirst()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = Known(host.World)[0];

        var answer = await host.LastFmAsync("track.getSimilar", track.Artist.Name, track.RealTitle, "&limit=5");
        var similar = answer.GetProperty("similartracks");

        Assert.Equal(track.Artist.Name, similar.GetProperty("@attr").GetProperty("artist").GetString());
        var others = similar.GetProperty("track").EnumerateArray();
        var matches = others.Select(other => other.GetProperty("match").GetDouble()).ToArray();
        Assert.Equal(5, matches.Length);
        Assert.Equal(matches.OrderDescending(), matches);
        Assert.DoesNotContain(track.RealTitle, others.Select(other => other.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Artist_HasStatsTagsAndSimilar()
    {
        await using var host = await UpstreamHost.StartAsync();
        var expected = host.World.Artists[0];

        var artist = (await host.LastFmAsync("artist.getInfo", expected.Name)).GetProperty("artist");

        Assert.Equal($"{expected.Listeners}", artist.GetProperty("stats").GetProperty("listeners").GetString());
        var tags = artist.GetProperty("tags").GetProperty("tag").EnumerateArray();
        Assert.Equal(expected.Tags, tags.Select(tag => tag.GetProperty("name").GetString()!));
        Assert.InRange(artist.GetProperty("similar").GetProperty("artist").GetArrayLength(), 2, 5);
    }

    [Fact]
    public async Task WrongNames_AreFoundWithAutocorrectOnly()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = Known(host.World).First(track => !IsWellSpelt(track));

        var without = await host.LastFmAsync("track.getInfo", track.Artist.SpotifyName, track.Title);
        var with = await host.LastFmAsync("track.getInfo", track.Artist.SpotifyName, track.Title, "&autocorrect=1");
        var artist = await host.LastFmAsync("artist.getInfo", track.Artist.SpotifyName, more: "&autocorrect=1");

        Assert.Equal((6, "Track not found"), Error(without));
        Assert.Equal(track.RealTitle, with.GetProperty("track").GetProperty("name").GetString());
        Assert.Equal(track.Artist.Name, artist.GetProperty("artist").GetProperty("name").GetString());
    }

    [Fact]
    public async Task UnknownTrack_IsAnErrorThatComesWithOk()
    {
        await using var host = await UpstreamHost.StartAsync();
        var unknown = host.World.Tracks.First(track => track.OnLastFm is null);

        foreach (var method in (string[])["track.getInfo", "track.getTopTags", "track.getSimilar"])
            Assert.Equal((6, "Track not found"), Error(await host.LastFmAsync(method, unknown.Artist.Name, unknown.RealTitle)));
    }

    [Theory]
    [InlineData("?method=artist.getInfo&artist=Nobody&api_key=k&format=json", 404, 6, "The artist you supplied could not be found")]
    [InlineData("?method=track.getInfo&artist=Nobody&format=json", 403, 10, "Invalid API key - You must be granted a valid key by last.fm")]
    [InlineData("?method=track.getInfo&api_key=k&format=json", 400, 6, "Invalid parameters - Your request is missing a required parameter")]
    [InlineData("?method=track.sing&api_key=k&format=json", 400, 3, "Invalid Method - No method with that name in this package")]
    [InlineData("?method=track.getInfo&api_key=k", 400, 5, "Invalid format - This service doesn't exist in that format")]
    public async Task WrongRequest_IsToldWithANumber(string query, int status, int error, string message)
    {
        await using var host = await UpstreamHost.StartAsync();

        Assert.Equal((error, message), Error(await host.GetAsync(host.Apis.LastFm, query, (HttpStatusCode)status)));
    }

    private static WorldTrack[] Known(MusicWorld world) => [.. world.Tracks.Where(track => track.OnLastFm is not null)];

    private static bool IsWellSpelt(WorldTrack track) => track.Artist.SpotifyName == track.Artist.Name;

    private static (int, string?) Error(JsonElement document) =>
        (document.GetProperty("error").GetInt32(), document.GetProperty("message").GetString());

    private static async Task<JsonElement> TagsAsync(UpstreamHost host, WorldTrack track) =>
        (await host.LastFmAsync("track.getTopTags", track.Artist.Name, track.RealTitle)).GetProperty("toptags").GetProperty("tag");

    private static async Task<(string?, string?, string?, string?)> CorrectionAsync(UpstreamHost host, WorldTrack track)
    {
        var answer = await host.LastFmAsync("track.getCorrection", track.Artist.SpotifyName, track.Title);
        var correction = answer.GetProperty("corrections").GetProperty("correction");
        var (corrected, flags) = (correction.GetProperty("track"), correction.GetProperty("@attr"));
        return (
            corrected.GetProperty("artist").GetProperty("name").GetString(),
            corrected.GetProperty("name").GetString(),
            flags.GetProperty("artistcorrected").GetString(),
            flags.GetProperty("trackcorrected").GetString());
    }
}
