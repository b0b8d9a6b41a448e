using System.Text.Json;

namespace Dj.Tests.Upstream;

public sealed class SpotifyPlaylistTests
{
    [Fact]
    public async Task Playlist_ComesWithItsFirstHundredEntries()
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.Long;

        var document = await host.SpotifyAsync($"playlists/{playlist.Id}");

        Assert.Equal(playlist.Name, document.GetProperty("name").GetString());
        Assert.Equal(playlist.OwnerId, document.GetProperty("owner").GetProperty("id").GetString());
        Assert.Equal(playlist.SnapshotId, document.GetProperty("snapshot_id").GetString());
        Assert.True(document.GetProperty("public").GetBoolean());
        var tracks = document.GetProperty("tracks");
        Assert.Equal(250, tracks.GetProperty("total").GetInt32());
        Assert.Equal(playlist.TrackIds.Take(100), TrackIds(tracks));
    }

    [Theory]
    [InlineData("id,name,tracks.total", """["id","name","tracks"]""", """["total"]""")]
    [InlineData("tracks(total,limit),id", """["id","tracks"]""", """["limit","total"]""")]
    [InlineData("tracks(total)", """["tracks"]""", """["total"]""")]
    public async Task Fields_AreAllThatComes(string fields, string names, string namesWithinTracks)
    {
        await using var host = await UpstreamHost.StartAsync();

        var document = await host.SpotifyAsync($"playlists/{host.World.Playlists.First.Id}?fields={fields}");

        Assert.Equal(names, Names(document));
        Assert.Equal(namesWithinTracks, Names(document.GetProperty("tracks")));
    }

    [Fact]
    public async Task Fields_ReachIntoLists()
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.First;

        var document = await host.SpotifyAsync($"playlists/{playlist.Id}/tracks?fields=total,items(track(id,artists(name)))");

        Assert.Equal("""["items","total"]""", Names(document));
        var entry = document.GetProperty("items")[0];
        Assert.Equal("""["track"]""", Names(entry));
        Assert.Equal("""["artists","id"]""", Names(entry.GetProperty("track")));
        Assert.Equal("""["name"]""", Names(entry.GetProperty("track").GetProperty("artists")[0]));
    }

    [Fact]
    public async Task ExcludedField_IsLeftOut()
    {
        await using var host = await UpstreamHost.StartAsync();

        var document = await host.SpotifyAsync($"playlists/{host.World.Playlists.First.Id}?fields=!tracks");

        Assert.False(document.TryGetProperty("tracks", out _));
        Assert.True(document.TryGetProperty("snapshot_id", out _));
    }

    [Fact]
    public async Task FollowingNext_YieldsTheWholePlaylist()
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.Long;
        var (ids, pages) = (new List<string>(), 0);

        string? address = $"playlists/{playlist.Id}/tracks";
        while (address is not null)
        {
            var page = await host.SpotifyAsync(address);
            ids.AddRange(TrackIds(page));
            address = page.GetProperty("next").GetString();
            pages++;
        }

        Assert.Equal(3, pages);
        Assert.Equal(playlist.TrackIds, ids);
    }

    [Fact]
    public async Task MiddlePage_LinksToBothSides()
    {
        await using var host = await UpstreamHost.StartAsync();

        var page = await host.SpotifyAsync($"playlists/{host.World.Playlists.Long.Id}/tracks?offset=100&limit=50");

        Assert.Equal(50, page.GetProperty("items").GetArrayLength());
        Assert.Equal((100, 50, 250), (Number(page, "offset"), Number(page, "limit"), Number(page, "total")));
        Assert.EndsWith("/tracks?offset=150&limit=50", page.GetProperty("next").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/tracks?offset=50&limit=50", page.GetProperty("previous").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_HasTheDocumentedFields()
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.First;
        var (index, expected) = playlist.TrackIds.Select(id => host.World.FindTrack(id)!).Index().First(pair => pair.Item.Isrc is not null);

        var entry = (await host.SpotifyAsync($"playlists/{playlist.Id}/tracks")).GetProperty("items")[index];

        Assert.Equal(playlist.OwnerId, entry.GetProperty("added_by").GetProperty("id").GetString());
        Assert.False(entry.GetProperty("is_local").GetBoolean());
        Assert.EndsWith("Z", entry.GetProperty("added_at").GetString(), StringComparison.Ordinal);
        var track = entry.GetProperty("track");
        Assert.Equal(expected.Title, track.GetProperty("name").GetString());
        Assert.Equal(expected.Uri, track.GetProperty("uri").GetString());
        Assert.Equal(expected.DurationMs, Number(track, "duration_ms"));
        Assert.Equal(expected.Isrc, track.GetProperty("external_ids").GetProperty("isrc").GetString());
        Assert.Equal(expected.Artist.SpotifyName, track.GetProperty("artists")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task TrackWithoutIsrc_HasNoSuchField()
    {
        await using var host = await UpstreamHost.StartAsync();
        var without = host.World.Tracks.First(track => track.Isrc is null);

        var document = await host.SpotifyAsync($"tracks/{without.Id}");

        Assert.Empty(document.GetProperty("external_ids").EnumerateObject());
    }

    [Fact]
    public async Task MixedPlaylist_HasEntriesThatAreNoTracks()
    {
        await using var host = await UpstreamHost.StartAsync();

        var page = await host.SpotifyAsync($"playlists/{host.World.Playlists.Mixed.Id}/tracks");

        var entries = page.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(30, entries.Length);
        Assert.Single(entries, entry => entry.GetProperty("track").ValueKind == JsonValueKind.Null);
        Assert.Single(entries, entry => entry.GetProperty("is_local").GetBoolean());
        Assert.Single(entries, entry => Kind(entry) == "episode");
        Assert.Equal(28, entries.Count(entry => Kind(entry) == "track"));

        static string? Kind(JsonElement entry) =>
            entry.GetProperty("track") is { ValueKind: JsonValueKind.Object } track ? track.GetProperty("type").GetString() : null;
    }

    private static IEnumerable<string> TrackIds(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("track").GetProperty("id").GetString()!);

    private static string Names(JsonElement document) =>
        JsonSerializer.Serialize(document.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));

    private static int Number(JsonElement document, string name) => document.GetProperty(name).GetInt32();
}
