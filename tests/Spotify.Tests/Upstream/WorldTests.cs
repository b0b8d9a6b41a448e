using System.Text.RegularExpressions;
using Dj.Upstream;
using Dj.Upstream.Music;

namespace Dj.Tests.Upstream;

/// <summary>The shape of the playlists is promised, whatever the seed.</summary>
public sealed partial class WorldTests
{
    public static TheoryData<int> Seeds => [1, 2, 3, 17, 1_000_003];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task First_HasSeventyIsrcsAndTwentyArtistsInItsFirstHalf(int seed)
    {
        var world = await WorldAsync(seed);
        var tracks = Tracks(world, world.Playlists.First);

        Assert.Equal(100, tracks.Length);
        Assert.Equal(100, tracks.Distinct().Count());
        Assert.Equal(70, tracks.Count(track => track.Isrc is not null));
        Assert.Equal(20, tracks[..50].Select(track => track.Artist).Distinct().Count());
        Assert.Equal(20, tracks[..50].SelectMany(track => track.Artists).Distinct().Count());
        Assert.All(tracks[..50], track => Assert.NotNull(track.OnLastFm));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task ShortPlaylists_ShareTwelveOfTwentyTracks(int seed)
    {
        var playlists = (await WorldAsync(seed)).Playlists;

        Assert.Equal((20, 20), (playlists.Short.TrackIds.Count, playlists.ShortOverlapping.TrackIds.Count));
        Assert.Equal(12, playlists.Short.TrackIds.Intersect(playlists.ShortOverlapping.TrackIds).Count());
        Assert.Empty(playlists.Short.TrackIds.Intersect(playlists.First.TrackIds));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Overlapping_HasSixtyTracksOfFirstAllOverIt(int seed)
    {
        var world = await WorldAsync(seed);
        var (first, overlapping) = (world.Playlists.First.TrackIds, world.Playlists.Overlapping.TrackIds);

        Assert.Equal(100, overlapping.Distinct().Count());
        Assert.Equal(60, overlapping.Intersect(first).Count());
        Assert.Equal(30, overlapping.Take(50).Intersect(first.Take(50)).Count());
        Assert.NotEqual(overlapping.Take(60), overlapping.Take(60).Intersect(first));
    }

    [Fact]
    public async Task OtherPlaylists_AreAsLongAsPromised()
    {
        var world = await WorldAsync(1);
        var playlists = world.Playlists;

        Assert.Equal([100, 100, 20, 250, 30, 20], playlists.Select(playlist => playlist.Total));
        Assert.Equal(27, playlists.Mixed.TrackIds.Count);
        var others = playlists.Where(other => other != playlists.Short && other != playlists.ShortOverlapping).SelectMany(other => other.TrackIds);
        Assert.Empty(playlists.Short.TrackIds.Intersect(others));
        Assert.All(playlists, playlist => Assert.NotNull(world.FindUser(playlist.OwnerId)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task TracksWithoutIsrc_AreHalfFoundOnMusicBrainz(int seed)
    {
        var world = await WorldAsync(seed);
        var without = Tracks(world, world.Playlists.First).Where(track => track.Isrc is null).ToArray();

        Assert.InRange(without.Count(track => track.OnMusicBrainz is [{ Isrcs.Count: > 0 }, ..]), 14, 16);
        Assert.InRange(without.Count(track => track.OnMusicBrainz is [{ Isrcs.Count: 0 }, ..]), 6, 10);
        Assert.InRange(without.Count(track => track.OnMusicBrainz is []), 5, 9);
    }

    [Fact]
    public async Task Flaws_AreThere()
    {
        var world = await WorldAsync(1);

        Assert.Contains(world.Tracks, track => track.Title.Contains("Remastered", StringComparison.Ordinal));
        Assert.Contains(world.Artists, artist => artist.Name != artist.SpotifyName);
        Assert.Contains(world.Tracks, track => track.Features is null);
        Assert.Contains(world.Tracks, track => track.OnLastFm is null);
        Assert.Contains(world.Tracks, track => track.OnDeezer is []);
        Assert.Contains(world.Tracks, track => track.OnDeezer is [{ Bpm: 0 } filed, { Bpm: > 0 } other] && filed.Isrc == other.Isrc);
        Assert.Contains(world.Tracks, track => track.OnLastFm?.Tags.Count == 1);
    }

    [Fact]
    public async Task Ids_HaveTheFormsOfTheRealOnes()
    {
        var world = await WorldAsync(1);

        Assert.All(world.Tracks, track => Assert.Matches(SpotifyId(), track.Id));
        Assert.All(world.Playlists, playlist => Assert.Matches(SpotifyId(), playlist.Id));
        Assert.All(world.Tracks.Where(track => track.Isrc is not null), track => Assert.Matches(Isrc(), track.Isrc));
        Assert.All(world.Artists, artist => Assert.True(Guid.TryParse(artist.Mbid, out _)));
        Assert.Equal(world.Tracks.Count, world.Tracks.Select(track => track.Id).Distinct().Count());
    }

    [Fact]
    public async Task SameSeed_IsTheSameWorld()
    {
        var (one, two, other) = (await WorldAsync(7), await WorldAsync(7), await WorldAsync(8));

        Assert.Equal(Describe(one), Describe(two));
        Assert.NotEqual(Describe(one), Describe(other));
    }

    private static async Task<MusicWorld> WorldAsync(int seed)
    {
        await using var upstream = await DjUpstream.StartAsync(new UpstreamOptions { Seed = seed }, TestContext.Current.CancellationToken);
        return upstream.World;
    }

    private static WorldTrack[] Tracks(MusicWorld world, WorldPlaylist playlist) =>
        [.. playlist.TrackIds.Select(id => world.FindTrack(id)!)];

    private static string Describe(MusicWorld world) => string.Join('\n',
    [
        .. world.Tracks.Select(track => $"{track.Id} {track.Title} {track.Artist.Name} {track.Isrc} {track.Features}"),
        .. world.Tracks.SelectMany(track => track.OnDeezer).Select(release => $"{release}"),
        .. world.Tracks.Select(track => $"{track.OnMusicBrainz.Count} {track.OnLastFm?.Listeners}"),
        .. world.Playlists.Select(playlist => $"{playlist.Id} {playlist.SnapshotId} {string.Join(' ', playlist.TrackIds)}"),
    ]);

    [GeneratedRegex("^[0-9A-Za-z]{22}$")]
    private static partial Regex SpotifyId();

    [GeneratedRegex("^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$")]
    private static partial Regex Isrc();
}
