using CacheGen.Testing;
using Dj.People;

namespace Dj.Tests.Service;

public sealed class InvalidationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EditedPlaylist_IsReadAnew_AndItsTracksAreNot()
    {
        await using var dj = await TestDj.StartAsync(new ManualTimeProvider());
        var token = dj.World.FindUser(dj.First.OwnerId)!.Token;
        var added = dj.World.Playlists.Long.TrackIds[0];
        await ReadAsync(dj);
        await dj.Spotify.GetTrackAsync(added, Ct);

        var snapshot = await dj.Spotify.AddTracksAsync(dj.First.Id, [added], token, Ct);

        Assert.Equal(snapshot, (await dj.Spotify.GetPlaylistAsync(dj.First.Id, Ct))!.SnapshotId);
        Assert.Equal(101, (await dj.Spotify.GetPlaylistPageAsync(dj.First.Id, 0, Ct))!.Total);
        Assert.Equal(added, (await dj.Spotify.GetPlaylistPageAsync(dj.First.Id, 100, Ct))!.Tracks[0].Id);
        await dj.Spotify.GetTrackAsync(added, Ct);
        Assert.Equal(1, dj.Apis.Spotify.CallsByEndpoint["track"]);

        await dj.Spotify.RemoveTracksAsync(dj.First.Id, [added], token, Ct);

        Assert.Equal(100, (await dj.Spotify.GetPlaylistPageAsync(dj.First.Id, 0, Ct))!.Total);
    }

    [Fact]
    public async Task RefusedEdit_LeavesThePlaylistInTheCache()
    {
        await using var dj = await TestDj.StartAsync(new ManualTimeProvider());
        await ReadAsync(dj);
        var other = dj.World.Users.First(user => user.Id != dj.First.OwnerId);

        await Assert.ThrowsAsync<Dj.Spotify.SpotifyRefusalException>(() => dj.Spotify.AddTracksAsync(dj.First.Id, [dj.First.TrackIds[0]], other.Token, Ct));
        await ReadAsync(dj);

        Assert.Equal(1, dj.Apis.Spotify.CallsByEndpoint["playlist"]);
    }

    [Fact]
    public async Task PlaylistEditedElsewhere_IsSeenWhenItIsBusted()
    {
        await using var dj = await TestDj.StartAsync(new ManualTimeProvider());
        await ReadAsync(dj);
        await dj.Spotify.GetPlaylistAsync(dj.World.Playlists.Short.Id, Ct);
        dj.First.Remove([dj.First.TrackIds[0]]);
        await ReadAsync(dj);
        Assert.Equal(100, (await dj.Spotify.GetPlaylistPageAsync(dj.First.Id, 0, Ct))!.Total);

        await dj.Spotify.BustPlaylistAsync(dj.First.Id, Ct);

        Assert.Equal(99, (await dj.Spotify.GetPlaylistPageAsync(dj.First.Id, 0, Ct))!.Total);
        await dj.Spotify.GetPlaylistAsync(dj.World.Playlists.Short.Id, Ct);
        Assert.Equal(2, dj.Apis.Spotify.CallsByEndpoint["playlist"]);
    }

    [Fact]
    public async Task EndedSession_IsAskedForAgain()
    {
        await using var dj = await TestDj.StartAsync(new ManualTimeProvider());
        var sessions = dj.Get<Sessions>();
        var user = dj.World.Users[0];
        Assert.Equal(user.Id, (await sessions.GetUserAsync(user.Token, Ct))!.Id);
        await sessions.GetUserAsync(user.Token, Ct);
        Assert.Equal(1, dj.Apis.Spotify.CallsByEndpoint["me"]);

        await sessions.EndAsync(user.Token);

        await sessions.GetUserAsync(user.Token, Ct);
        Assert.Equal(2, dj.Apis.Spotify.CallsByEndpoint["me"]);
    }

    [Fact]
    public async Task SavedPreferences_AreReadAtOnce_AndLieInAFile()
    {
        var clock = new ManualTimeProvider();
        await using var dj = await TestDj.StartAsync(clock);
        var preferences = dj.Get<Preferences>();
        Assert.Null(await preferences.GetAsync("ada/..", Ct));
        var saved = new DjPreferences(KeyNotation.Musical, SlowestBpm: 70);

        await preferences.SaveAsync("ada/..", saved, Ct);

        Assert.Same(saved, await preferences.GetAsync("ada/..", Ct));
        clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(saved, await preferences.GetAsync("ada/..", Ct));
        Assert.NotSame(saved, await preferences.GetAsync("ada/..", Ct));
        Assert.Null(await preferences.GetAsync("bob", Ct));
    }

    private static Task ReadAsync(TestDj dj) =>
        Task.WhenAll(dj.Spotify.GetPlaylistAsync(dj.First.Id, Ct), dj.Spotify.GetPlaylistPageAsync(dj.First.Id, 0, Ct));
}
