using System.Net;
using Dj.Spotify;
using Dj.Upstream.Music;

namespace Dj.Tests.Clients;

/// <summary>Whether the bundled Spotify and its client mean the same.</summary>
public sealed class BundledSpotifyTests : IAsyncLifetime
{
    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    private BundledApis _apis = null!;

    private MusicWorld World => _apis.World;

    public async ValueTask InitializeAsync() => _apis = await BundledApis.StartAsync();

    public ValueTask DisposeAsync() => _apis.DisposeAsync();

    [Fact]
    public async Task Playlist_IsRead()
    {
        var known = World.Playlists.Long;

        var playlist = await _apis.Spotify.GetPlaylistAsync(known.Id, s_ct);

        Assert.Equal(new Playlist(known.Id, known.Name, known.Description, known.OwnerId, known.SnapshotId, 250), playlist);
        Assert.Null(await _apis.Spotify.GetPlaylistAsync("0000000000000000000000", s_ct));
    }

    [Fact]
    public async Task Pages_HoldAllTracks()
    {
        var known = World.Playlists.Long;
        var ids = new List<string>();
        for (var offset = 0; offset < known.Total; offset += SpotifyClient.PageSize)
        {
            var page = await _apis.Spotify.GetPlaylistPageAsync(known.Id, offset, s_ct);
            Assert.Equal((offset, known.Total), (page!.Offset, page.Total));
            ids.AddRange(page.Tracks.Select(static track => track.Id));
        }

        Assert.Equal(known.TrackIds, ids);
        Assert.Null(await _apis.Spotify.GetPlaylistPageAsync("0000000000000000000000", 0, s_ct));
    }

    [Fact]
    public async Task Page_LeavesOutWhatIsNoTrack()
    {
        var known = World.Playlists.Mixed;

        var page = await _apis.Spotify.GetPlaylistPageAsync(known.Id, 0, s_ct);

        Assert.Equal(30, page!.Total);
        Assert.Equal(27, page.Tracks.Count);
        Assert.Equal(known.TrackIds, page.Tracks.Select(static track => track.Id));
    }

    [Fact]
    public async Task Tracks_AreReadInFull()
    {
        foreach (var known in World.Tracks.Take(10))
        {
            var track = await _apis.Spotify.GetTrackAsync(known.Id, s_ct);

            Assert.NotNull(track);
            Assert.Equal((known.Title, known.Isrc, known.DurationMs), (track.Title, track.Isrc, track.DurationMs));
            Assert.Equal(known.Artists.Select(static artist => artist.SpotifyName), track.Artists);
        }

        Assert.Null(await _apis.Spotify.GetTrackAsync("0000000000000000000000", s_ct));
    }

    [Fact]
    public async Task Features_AreTheSame_ByOneAndByMany()
    {
        var ids = World.Playlists.First.TrackIds;

        var many = await _apis.Spotify.GetManyAudioFeaturesAsync(ids, s_ct);

        var analysed = ids.Where(id => World.FindTrack(id)!.Features is not null).ToList();
        Assert.InRange(analysed.Count, 1, ids.Count - 1);
        Assert.Equal(analysed.Order(), many.Keys.Order());
        Assert.Equal(World.FindTrack(analysed[0])!.Features!.Tempo, many[analysed[0]].Tempo);
        Assert.Equal(many[analysed[0]], await _apis.Spotify.GetAudioFeaturesAsync(analysed[0], s_ct));
        Assert.Null(await _apis.Spotify.GetAudioFeaturesAsync(ids.Except(analysed).First(), s_ct));
    }

    [Fact]
    public async Task Search_FindsByWords()
    {
        var known = World.Tracks[0];

        var search = await _apis.Spotify.SearchTracksAsync($"{known.RealTitle} {known.Artist.SpotifyName}", 0, s_ct);

        Assert.Contains(known.Id, search.Tracks.Select(static track => track.Id));
        Assert.True(search.Total >= search.Tracks.Count);
        Assert.Empty((await _apis.Spotify.SearchTracksAsync("nobody & nothing?", 0, s_ct)).Tracks);
    }

    [Fact]
    public async Task Users_AreFoundByIdAndByToken()
    {
        var known = World.Users[2];

        Assert.Equal(new SpotifyUser(known.Id, known.DisplayName), await _apis.Spotify.GetUserAsync(known.Id, s_ct));
        Assert.Equal(new SpotifyUser(known.Id, known.DisplayName), await _apis.Accounts.GetMeAsync(known.Token, s_ct));
        Assert.Null(await _apis.Spotify.GetUserAsync("nobody", s_ct));
        Assert.Null(await _apis.Accounts.GetMeAsync("nobodys-token", s_ct));
        Assert.Equal(TimeSpan.FromHours(1), (await _apis.Accounts.GetTokenAsync(s_ct)).ExpiresIn);
    }

    [Fact]
    public async Task Edits_ChangeTheSnapshot()
    {
        var known = World.Playlists.Short;
        var token = World.FindUser(known.OwnerId)!.Token;
        var added = World.Tracks[0].Id;

        var longer = await _apis.Spotify.AddTracksAsync(known.Id, [added], token, s_ct);
        Assert.Equal(known.SnapshotId, longer);
        Assert.Equal(added, known.TrackIds[^1]);

        var shorter = await _apis.Spotify.RemoveTracksAsync(known.Id, [added], token, s_ct);
        Assert.Equal(known.SnapshotId, shorter);
        Assert.DoesNotContain(added, known.TrackIds);
    }

    [Fact]
    public async Task EditOfAnothers_IsRefused()
    {
        var known = World.Playlists.Short;
        var other = World.Users.First(user => user.Id != known.OwnerId);

        var failure = await Assert.ThrowsAsync<SpotifyRefusalException>(
            () => _apis.Spotify.AddTracksAsync(known.Id, [World.Tracks[0].Id], other.Token, s_ct));

        Assert.Equal(HttpStatusCode.Forbidden, failure.Status);
    }
}
