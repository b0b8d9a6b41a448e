using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dj.Upstream.Music;

namespace Dj.Tests.Upstream;

public sealed class SpotifyEditTests
{
    [Fact]
    public async Task AddedTracks_AreAtTheEndAndTheSnapshotIsAnother()
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.First;
        var before = (Snapshot: playlist.SnapshotId, playlist.TrackIds);
        string[] added = [host.World.Playlists.Short.TrackIds[0], host.World.Playlists.Short.TrackIds[1]];

        using var response = await AddAsync(host, playlist, new { uris = added.Select(Uri) });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var snapshot = (await UpstreamHost.ReadAsync(response)).GetProperty("snapshot_id").GetString();
        Assert.NotEqual(before.Snapshot, snapshot);
        Assert.Equal(snapshot, playlist.SnapshotId);
        Assert.Equal([.. before.TrackIds, .. added], playlist.TrackIds);
        var document = await host.SpotifyAsync($"playlists/{playlist.Id}?fields=snapshot_id,tracks.total");
        Assert.Equal(snapshot, document.GetProperty("snapshot_id").GetString());
        Assert.Equal(102, document.GetProperty("tracks").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Position_SaysWhere()
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.First;
        var before = playlist.TrackIds;
        var added = host.World.Playlists.Short.TrackIds[0];

        using var response = await AddAsync(host, playlist, new { uris = new[] { Uri(added) }, position = 3 });

        Assert.Equal([.. before.Take(3), added, .. before.Skip(3)], playlist.TrackIds);
    }

    [Fact]
    public async Task UrisInTheQuery_AreAddedToo()
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.First;
        var added = host.World.Playlists.Short.TrackIds[0];

        using var response = await host.Http.PostAsync(
            $"{Address(host, playlist)}?uris={Uri(added)}&position=0", content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(added, playlist.TrackIds[0]);
    }

    [Fact]
    public async Task RemovedTrack_IsGoneWhereverItWas()
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.First;
        var (before, removed) = (playlist.TrackIds, playlist.TrackIds[10]);
        playlist.Add([host.World.FindTrack(removed)!], host.Clock.GetUtcNow());

        var body = new { tracks = new[] { new { uri = Uri(removed) } }, snapshot_id = playlist.SnapshotId };
        using var response = await RemoveAsync(host, playlist, body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(before.Where(id => id != removed), playlist.TrackIds);
        Assert.Equal(playlist.SnapshotId, (await UpstreamHost.ReadAsync(response)).GetProperty("snapshot_id").GetString());
    }

    [Fact]
    public async Task SnapshotThatNeverWas_IsABadRequest()
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.First;

        var body = new { tracks = new[] { new { uri = Uri(playlist.TrackIds[0]) } }, snapshot_id = "made-up" };
        using var response = await RemoveAsync(host, playlist, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(100, playlist.Total);
    }

    [Fact]
    public async Task PlaylistOfSomebodyElse_IsNotEdited()
    {
        await using var host = await UpstreamHost.StartAsync();
        host.LogIn(host.World.Users[3].Token);
        var playlist = host.World.Playlists.First;
        var before = playlist.SnapshotId;

        using var added = await AddAsync(host, playlist, new { uris = new[] { Uri(playlist.TrackIds[0]) } });
        using var removed = await RemoveAsync(host, playlist, new { tracks = new[] { new { uri = Uri(playlist.TrackIds[0]) } } });

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (added.StatusCode, removed.StatusCode));
        Assert.Equal(before, playlist.SnapshotId);
        var error = (await UpstreamHost.ReadAsync(added)).GetProperty("error");
        Assert.Equal(403, error.GetProperty("status").GetInt32());
        Assert.Equal("You cannot add tracks to a playlist you don't own.", error.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("""{"uris":[]}""", "No uris provided")]
    [InlineData("""{"uris":["spotify:episode:512ojhOuo1ktJprKbVcKyQ"]}""", "Invalid track uri: spotify:episode:512ojhOuo1ktJprKbVcKyQ")]
    [InlineData("""{"uris":["spotify:track:0000000000000000000000"]}""", "Payload contains a non-existing ID")]
    [InlineData("""{"uris":""", "Error parsing JSON.")]
    [InlineData("7", "No uris provided")]
    public async Task WrongBody_IsABadRequest(string body, string message)
    {
        await using var host = await UpstreamHost.StartAsync();
        var playlist = host.World.Playlists.First;

        using var content = new StringContent(body);
        using var response = await host.Http.PostAsync(Address(host, playlist), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(message, (await UpstreamHost.ReadAsync(response)).GetProperty("error").GetProperty("message").GetString());
    }

    private static Task<HttpResponseMessage> AddAsync(UpstreamHost host, WorldPlaylist playlist, object body) =>
        host.Http.PostAsJsonAsync(Address(host, playlist), body, JsonSerializerOptions.Web, TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> RemoveAsync(UpstreamHost host, WorldPlaylist playlist, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Address(host, playlist)) { Content = JsonContent.Create(body) };
        return await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Address(UpstreamHost host, WorldPlaylist playlist) =>
        $"{host.Apis.Spotify.BaseAddress}playlists/{playlist.Id}/tracks";

    private static string Uri(string trackId) => "spotify:track:" + trackId;
}
