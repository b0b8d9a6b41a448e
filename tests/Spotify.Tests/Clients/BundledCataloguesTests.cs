using Dj.Deezer;
using Dj.LastFm;
using Dj.Upstream.Music;

namespace Dj.Tests.Clients;

/// <summary>Whether the bundled Deezer, MusicBrainz and Last.fm and their clients mean the same.</summary>
public sealed class BundledCataloguesTests : IAsyncLifetime
{
    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    private BundledApis _apis = null!;

    private MusicWorld World => _apis.World;

    public async ValueTask InitializeAsync() => _apis = await BundledApis.StartAsync();

    public ValueTask DisposeAsync() => _apis.DisposeAsync();

    [Fact]
    public async Task Deezer_KnowsTracksByIsrcAndId()
    {
        var known = World.Tracks.First(static track => track.OnDeezer.Count == 1);
        var release = known.OnDeezer[0];
        var expected = new DeezerTrack(release.Id, release.Title, known.Artist.Name, release.Isrc, release.Seconds, release.Bpm);

        Assert.Equal(expected, await _apis.Deezer.GetByIsrcAsync(release.Isrc, s_ct));
        Assert.Equal(expected, await _apis.Deezer.GetTrackAsync(release.Id, s_ct));
        Assert.Null(await _apis.Deezer.GetByIsrcAsync("XXXXX0000000", s_ct));
        Assert.Null(await _apis.Deezer.GetTrackAsync(1, s_ct));
    }

    [Fact]
    public async Task Deezer_FindsTheOtherReleaseOfARecording()
    {
        var known = World.Tracks.First(static track => track.OnDeezer is [{ Bpm: 0 }, { Bpm: > 0 }]);
        var ids = known.OnDeezer.Select(static release => release.Id).ToList();
        var (isrc, seconds) = (known.OnDeezer[0].Isrc, known.OnDeezer[0].Seconds);

        Assert.Equal(ids, (await _apis.Deezer.SearchByIsrcAsync(isrc, seconds, s_ct)).Select(static hit => hit.Id));
        Assert.Equal(
            ids, (await _apis.Deezer.SearchByNameAsync(known.Artist.Name, known.RealTitle, seconds, s_ct)).Select(static hit => hit.Id));
        Assert.Empty(await _apis.Deezer.SearchByIsrcAsync(isrc, seconds + 10, s_ct));
    }

    [Fact]
    public async Task MusicBrainz_KnowsTheIsrcsOfSome()
    {
        var known = World.Tracks.First(static track => track.Isrc is null && track.OnMusicBrainz is [{ Isrcs.Count: > 0 }, ..]);
        var unknown = World.Tracks.First(static track => track.OnMusicBrainz is [{ Isrcs.Count: 0 }]);

        Assert.Equal(known.OnMusicBrainz[0].Isrcs[0], await FindIsrcAsync(known, 0));
        Assert.Null(await FindIsrcAsync(known, 20));
        Assert.Null(await FindIsrcAsync(unknown, 0));
    }

    [Fact]
    public async Task LastFm_CorrectsNames()
    {
        var known = World.Tracks.First(static track => track.OnLastFm is not null && track.Artist.SpotifyName != track.Artist.Name);
        var right = new Correction(known.Artist.Name, known.RealTitle);

        Assert.Equal(right, await _apis.LastFm.GetCorrectionAsync(known.Artist.SpotifyName, known.Title, s_ct));
        Assert.Equal(right, await _apis.LastFm.GetCorrectionAsync(known.Artist.Name, known.RealTitle, s_ct));
        Assert.Null(await _apis.LastFm.GetCorrectionAsync("Nobody At All", "Nothing", s_ct));
        Assert.Equal(
            new Correction(Artist: null, Track: null),
            await _apis.LastFm.GetCorrectionAsync(known.Artist.Name, "Nothing At All", s_ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task LastFm_KnowsTracks_HoweverManyTagsTheyHave(int tags)
    {
        var known = World.Tracks.First(track => track.OnLastFm?.Tags.Count == tags);
        var (artist, title, page) = (known.Artist.Name, known.RealTitle, known.OnLastFm!);

        Assert.Equal(
            new TrackInfo(artist, title, page.Listeners, page.Playcount), await _apis.LastFm.GetTrackInfoAsync(artist, title, s_ct));
        Assert.Equal(
            page.Tags.Select(static tag => new Tag(tag.Name, tag.Count)), await _apis.LastFm.GetTopTagsAsync(artist, title, s_ct));
    }

    [Fact]
    public async Task LastFm_KnowsWhatIsSimilar()
    {
        var counts = new List<int>();
        foreach (var known in World.Tracks.Where(static track => track.OnLastFm is not null).Take(40))
        {
            var similar = await _apis.LastFm.GetSimilarTracksAsync(known.Artist.Name, known.RealTitle, s_ct);
            Assert.Equal(similar.OrderByDescending(static track => track.Match), similar);
            counts.Add(similar.Count);
        }

        Assert.Equal(LastFmClient.SimilarTracks, counts.Max());
        Assert.Equal(0, counts.Min());
    }

    [Fact]
    public async Task LastFm_KnowsArtists()
    {
        var known = World.Artists[0];

        var artist = await _apis.LastFm.GetArtistInfoAsync(known.Name, s_ct);

        Assert.Equal((known.Name, (long)known.Listeners), (artist!.Name, artist.Listeners));
        Assert.Equal(known.Tags, artist.Tags);
        Assert.NotEmpty(artist.Similar);
    }

    [Fact]
    public async Task LastFm_HasNothingOfTheUnknown()
    {
        Assert.Null(await _apis.LastFm.GetTrackInfoAsync("Nobody At All", "Nothing", s_ct));
        Assert.Empty(await _apis.LastFm.GetTopTagsAsync("Nobody At All", "Nothing", s_ct));
        Assert.Empty(await _apis.LastFm.GetSimilarTracksAsync("Nobody At All", "Nothing", s_ct));
        Assert.Null(await _apis.LastFm.GetArtistInfoAsync("Nobody At All", s_ct));
        Assert.Null(await _apis.LastFm.GetTrackInfoAsync("", "", s_ct));
    }

    private Task<string?> FindIsrcAsync(WorldTrack track, int longer) => _apis.MusicBrainz.FindIsrcAsync(
        track.Artist.SpotifyName, track.RealTitle, ((track.DurationMs + 500) / 1000) + longer, s_ct);
}
