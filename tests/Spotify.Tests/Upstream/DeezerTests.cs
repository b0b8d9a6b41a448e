using System.Text.Json;
using Dj.Upstream.Music;

namespace Dj.Tests.Upstream;

public sealed class DeezerTests
{
    [Fact]
    public async Task Track_IsTheSameByIdAndByIsrc()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = host.World.Tracks.First(track => track.OnDeezer is [{ Bpm: > 0 }]);
        var release = track.OnDeezer[0];

        var byIsrc = await host.DeezerAsync($"track/isrc:{release.Isrc}");
        var byId = await host.DeezerAsync($"track/{release.Id}");

        Assert.Equal(byId.GetRawText(), byIsrc.GetRawText());
        Assert.Equal(release.Title, byId.GetProperty("title").GetString());
        Assert.Equal(release.Isrc, byId.GetProperty("isrc").GetString());
        Assert.Equal(release.Bpm, byId.GetProperty("bpm").GetDouble());
        Assert.Equal(release.Seconds, byId.GetProperty("duration").GetInt32());
        Assert.Equal(track.Artist.Name, byId.GetProperty("artist").GetProperty("name").GetString());
        var calls = host.Apis.Deezer.CallsByEndpoint;
        Assert.Equal((2, 1, 1), (calls.Count, calls["isrc"], calls["track"]));
    }

    [Fact]
    public async Task ReleaseWithoutTempo_HasAnotherOfTheSameIsrcThatHasIt()
    {
        await using var host = await UpstreamHost.StartAsync();
        var releases = host.World.Tracks.Select(track => track.OnDeezer).First(releases => releases is [{ Bpm: 0 }, { Bpm: > 0 }]);

        var filed = await host.DeezerAsync($"track/isrc:{releases[0].Isrc}");
        var (isrc, seconds) = (releases[0].Isrc, releases[0].Seconds);
        var hits = await SearchAsync(host, $"isrc:\"{isrc}\" dur_min:{seconds - 3} dur_max:{seconds + 3}");
        var other = await host.DeezerAsync($"track/{releases[1].Id}");

        Assert.Equal(0, filed.GetProperty("bpm").GetDouble());
        Assert.Equal([releases[0].Id, releases[1].Id], hits.Select(Id));
        Assert.True(other.GetProperty("bpm").GetDouble() > 0);
    }

    [Fact]
    public async Task Hit_TellsNeitherTempoNorIsrc()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = Live(host.World);

        var hit = (await SearchAsync(host, $"artist:\"{track.Artist.Name}\" track:\"{track.RealTitle}\""))[0];

        Assert.Equal(track.OnDeezer[0].Seconds, hit.GetProperty("duration").GetInt32());
        Assert.False(hit.TryGetProperty("bpm", out _));
        Assert.False(hit.TryGetProperty("isrc", out _));
    }

    [Fact]
    public async Task Durations_TellTheStudioFromTheLiveRecording()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = Live(host.World);
        var names = $"artist:\"{track.Artist.Name}\" track:\"{track.RealTitle}\"";

        var both = await SearchAsync(host, names);
        var studio = await SearchAsync(host, $"{names} dur_max:{track.OnDeezer[0].Seconds + 3}");
        var live = await SearchAsync(host, $"{names} dur_min:{track.OnDeezer[1].Seconds}");

        Assert.Equal([track.OnDeezer[0].Id, track.OnDeezer[1].Id], both.Select(Id));
        Assert.Equal([track.OnDeezer[0].Id], studio.Select(Id));
        Assert.Equal([track.OnDeezer[1].Id], live.Select(Id));
    }

    [Fact]
    public async Task PlainWords_ArePagedThrough()
    {
        await using var host = await UpstreamHost.StartAsync();
        var ids = new List<long>();

        string? address = "search?q=the&limit=100";
        var total = 0;
        while (address is not null)
        {
            var page = await host.DeezerAsync(address);
            total = page.GetProperty("total").GetInt32();
            ids.AddRange(page.GetProperty("data").EnumerateArray().Select(Id));
            address = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.True(total > 100);
        Assert.Equal(total, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("track/1", "DataException", "no data", 800)]
    [InlineData("track/isrc:XX0000000000", "DataException", "no data", 800)]
    [InlineData("search", "MissingParameterException", "Missing parameters: q", 501)]
    [InlineData("search?q=a&limit=x", "ParameterException", "Wrong parameter", 500)]
    [InlineData("search?q=dur_min:x", "InvalidQueryException", "Invalid query", 600)]
    [InlineData("no/such", "InvalidQueryException", "Unknown path components : /no/such", 600)]
    public async Task Error_ComesWithOk(string path, string type, string message, int code)
    {
        await using var host = await UpstreamHost.StartAsync();

        var error = (await host.DeezerAsync(path)).GetProperty("error");

        Assert.Equal(type, error.GetProperty("type").GetString());
        Assert.Equal((message, code), (error.GetProperty("message").GetString(), error.GetProperty("code").GetInt32()));
    }

    private static WorldTrack Live(MusicWorld world) =>
        world.Tracks.First(track => track.OnDeezer is [_, var other] && other.Title.EndsWith("(Live)", StringComparison.Ordinal));

    private static async Task<JsonElement[]> SearchAsync(UpstreamHost host, string query) =>
        [.. (await host.DeezerAsync("search?q=" + Uri.EscapeDataString(query))).GetProperty("data").EnumerateArray()];

    private static long Id(JsonElement document) => document.GetProperty("id").GetInt64();
}
