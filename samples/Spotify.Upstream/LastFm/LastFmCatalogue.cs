using Dj.Upstream.Http;
using Dj.Upstream.Music;
using Samples;

namespace Dj.Upstream.LastFm;

/// <summary>A track that Last.fm has a page of.</summary>
internal sealed record LastFmTrack(WorldTrack Track, LastFmPage Page)
{
    public string Artist => Track.Artist.Name;

    public string Title => Track.RealTitle;

    /// <summary>Whether somebody who says this means the track by its own name, and not by Spotify's for it.</summary>
    public bool IsCalled(string artist, string title) => IsBy(artist) && Words.AreSame(Title, title);

    public bool IsBy(string artist) => Words.AreSame(Artist, artist);
}

/// <summary>What Last.fm knows, and what it takes names for.</summary>
internal sealed class LastFmCatalogue
{
    private const int MostSimilar = 30;

    private readonly LastFmTrack[] _tracks;
    private readonly Dictionary<string, LastFmTrack> _byName = [];
    private readonly Dictionary<string, WorldArtist> _artists = [];
    private readonly ILookup<string, LastFmTrack> _byTag;

    public LastFmCatalogue(MusicWorld world)
    {
        _tracks = [.. world.Tracks.Where(track => track.OnLastFm is not null).Select(track => new LastFmTrack(track, track.OnLastFm!))];
        _byTag = _tracks.ToLookup(track => track.Track.Artist.Tags[0]);
        foreach (var artist in world.Artists)
            _artists[Key(artist.SpotifyName)] = _artists[Key(artist.Name)] = artist;
        foreach (var track in _tracks)
        {
            foreach (var artist in (string[])[track.Artist, track.Track.Artist.SpotifyName])
                _byName[Key(artist, track.Title)] = _byName[Key(artist, track.Track.Title)] = track;
        }
    }

    /// <summary>The artist by the right name, or by a wrong one that is taken for it.</summary>
    public WorldArtist? FindArtist(string name, bool correct) =>
        _artists.GetValueOrDefault(Key(name)) is { } artist && (correct || Words.AreSame(artist.Name, name)) ? artist : null;

    /// <summary>The track by the right names, or by wrong ones that are taken for them.</summary>
    public LastFmTrack? FindTrack(string artist, string title, bool correct) =>
        _byName.GetValueOrDefault(Key(artist, title)) is { } track && (correct || track.IsCalled(artist, title)) ? track : null;

    /// <summary>What goes with a track: others with the same first tag, the nearest first. One track in twenty has none.</summary>
    public IReadOnlyList<(LastFmTrack Track, double Match)> SimilarTo(LastFmTrack track)
    {
        if (StableHash.Of(track.Track.Id) % 20 == 0)
            return [];

        LastFmTrack[] nearest =
        [
            .. _byTag[track.Track.Artist.Tags[0]]
                .Where(other => other != track)
                .OrderBy(other => StableHash.Of(track.Track.Id + other.Track.Id))
                .Take(MostSimilar),
        ];
        return [.. nearest.Select((other, index) => (other, Math.Round(1.0 / (1 + (index * 0.2)), 6)))];
    }

    /// <summary>Artists with the same tags, five at most.</summary>
    public IReadOnlyList<WorldArtist> SimilarTo(WorldArtist artist) =>
    [
        .. _artists.Values.Distinct()
            .Where(other => other != artist && other.Tags == artist.Tags)
            .OrderBy(other => StableHash.Of(artist.Id + other.Id))
            .Take(5),
    ];

    private static string Key(params string[] names) => string.Join('\n', names.Select(name => string.Join(' ', Words.Of(name))));
}
