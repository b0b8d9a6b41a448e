using System.Collections.Frozen;

namespace Dj.Upstream.Music;

/// <summary>Everything the simulated APIs know. Made from a seed; only playlists change.</summary>
public sealed class MusicWorld
{
    private readonly FrozenDictionary<string, WorldTrack> _trackById;
    private readonly FrozenDictionary<string, WorldPlaylist> _playlistById;
    private readonly FrozenDictionary<string, WorldUser> _userById;

    internal MusicWorld(
        IReadOnlyList<WorldTrack> tracks,
        IReadOnlyList<WorldArtist> artists,
        IReadOnlyList<WorldUser> users,
        WorldPlaylists playlists)
    {
        Tracks = tracks;
        Artists = artists;
        Users = users;
        Playlists = playlists;
        _trackById = tracks.ToFrozenDictionary(track => track.Id);
        _playlistById = playlists.ToFrozenDictionary(playlist => playlist.Id);
        _userById = users.ToFrozenDictionary(user => user.Id);
    }

    /// <summary>All tracks on Spotify, also those that are in no playlist.</summary>
    public IReadOnlyList<WorldTrack> Tracks { get; }

    public IReadOnlyList<WorldArtist> Artists { get; }

    public IReadOnlyList<WorldUser> Users { get; }

    public WorldPlaylists Playlists { get; }

    public WorldTrack? FindTrack(string id) => _trackById.GetValueOrDefault(id);

    public WorldPlaylist? FindPlaylist(string id) => _playlistById.GetValueOrDefault(id);

    public WorldUser? FindUser(string id) => _userById.GetValueOrDefault(id);
}
