using System.Collections;

namespace Dj.Upstream.Music;

/// <summary>All playlists. The first ones have a promised shape; a name says for what.</summary>
public sealed class WorldPlaylists : IReadOnlyList<WorldPlaylist>
{
    private readonly WorldPlaylist[] _all;

    internal WorldPlaylists(WorldPlaylist first, WorldPlaylist overlapping, WorldPlaylist @short, WorldPlaylist @long, WorldPlaylist mixed)
    {
        First = first;
        Overlapping = overlapping;
        Short = @short;
        Long = @long;
        Mixed = mixed;
        _all = [first, overlapping, @short, @long, mixed];
    }

    /// <summary>100 tracks, 70 of them with an ISRC; the first 50 are by 20 artists, and Last.fm knows them all.</summary>
    public WorldPlaylist First { get; }

    /// <summary>100 tracks, 60 of them from <see cref="First"/>: of the first 50 here, 30 are among the first 50 there.</summary>
    public WorldPlaylist Overlapping { get; }

#pragma warning disable CA1720 // These are playlists, not numbers.

    /// <summary>20 tracks that are in no other playlist.</summary>
    public WorldPlaylist Short { get; }

    /// <summary>250 tracks: three pages.</summary>
    public WorldPlaylist Long { get; }

#pragma warning restore CA1720

    /// <summary>27 tracks, and between them an episode, a local file and a track that Spotify has lost.</summary>
    public WorldPlaylist Mixed { get; }

    public int Count => _all.Length;

    public WorldPlaylist this[int index] => _all[index];

    public IEnumerator<WorldPlaylist> GetEnumerator() => ((IEnumerable<WorldPlaylist>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
