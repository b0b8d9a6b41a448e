using System.Text.Json;

namespace Dj.Tests.Upstream;

public sealed class SpotifyCatalogueTests
{
    [Fact]
    public async Task ManyFeatures_ComeInTheOrderAskedForAndNullWhereThereAreNone()
    {
        await using var host = await UpstreamHost.StartAsync();
        var analysed = host.World.Tracks.Where(track => track.Features is not null).Take(2).ToArray();
        var without = host.World.Tracks.First(track => track.Features is null);

        var document = await host.SpotifyAsync($"audio-features?ids={analysed[1].Id},{without.Id},unknown,{analysed[0].Id}");

        var features = document.GetProperty("audio_features").EnumerateArray().ToArray();
        Assert.Equal(
            [analysed[1].Id, null, null, analysed[0].Id],
            features.Select(one => one.ValueKind == JsonValueKind.Null ? null : one.GetProperty("id").GetString()));
        Assert.Equal(analysed[1].Features!.Tempo, features[0].GetProperty("tempo").GetDouble());
        Assert.Equal(analysed[1].Features!.Key, features[0].GetProperty("key").GetInt32());
        Assert.Equal(analysed[1].DurationMs, features[0].GetProperty("duration_ms").GetInt32());
    }

    [Fact]
    public async Task FeaturesOfOne_AreTheSameAsAmongMany()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = host.World.Tracks.First(track => track.Features is not null);

        var one = await host.SpotifyAsync($"audio-features/{track.Id}");
        var many = await host.SpotifyAsync($"audio-features?ids={track.Id}");

        Assert.Equal(many.GetProperty("audio_features")[0].GetRawText(), one.GetRawText());
        Assert.Equal("audio_features", one.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Search_FindsWordsAndPagesThroughThem()
    {
        await using var host = await UpstreamHost.StartAsync();
        var word = host.World.Tracks[0].RealTitle.Split(' ')[0].ToUpperInvariant();

        var all = (await host.SpotifyAsync($"search?q={word}&type=track&limit=50")).GetProperty("tracks");
        var second = (await host.SpotifyAsync($"search?q={word}&type=track&limit=2&offset=2")).GetProperty("tracks");

        var expected = all.GetProperty("items").EnumerateArray().Select(Id).ToArray();
        Assert.Contains(host.World.Tracks[0].Id, expected);
        Assert.Equal(expected.Length, all.GetProperty("total").GetInt32());
        Assert.Equal(expected[2..4], second.GetProperty("items").EnumerateArray().Select(Id));
        Assert.Contains("offset=4&limit=2", second.GetProperty("next").GetString(), StringComparison.Ordinal);
        await host.SpotifyAsync(second.GetProperty("next").GetString()!);
    }

    [Fact]
    public async Task SearchByField_LooksIntoThatFieldOnly()
    {
        await using var host = await UpstreamHost.StartAsync();
        var track = host.World.Tracks.First(track => track.Isrc is not null);

        var byNames = await SearchAsync(host, $"track:\"{track.RealTitle}\" artist:\"{track.Artist.SpotifyName}\"");
        var byIsrc = await SearchAsync(host, "isrc:" + track.Isrc);
        var nothing = await SearchAsync(host, $"artist:\"{track.RealTitle}\"");

        Assert.Equal([track.Id], byNames);
        Assert.Equal([track.Id], byIsrc);
        Assert.Empty(nothing);
    }

    [Fact]
    public async Task Me_IsWhoeverIsLoggedIn()
    {
        await using var host = await UpstreamHost.StartAsync();
        var user = host.World.Users[2];
        host.LogIn(user.Token);

        var me = await host.SpotifyAsync("me");
        var same = await host.SpotifyAsync($"users/{user.Id}");

        Assert.Equal(user.Id, me.GetProperty("id").GetString());
        Assert.Equal(user.DisplayName, me.GetProperty("display_name").GetString());
        Assert.Equal(me.GetRawText(), same.GetRawText());
    }

    private static async Task<IEnumerable<string?>> SearchAsync(UpstreamHost host, string query)
    {
        var found = await host.SpotifyAsync($"search?type=track&q={Uri.EscapeDataString(query)}");
        return found.GetProperty("tracks").GetProperty("items").EnumerateArray().Select(Id);
    }

    private static string? Id(JsonElement document) => document.GetProperty("id").GetString();
}
