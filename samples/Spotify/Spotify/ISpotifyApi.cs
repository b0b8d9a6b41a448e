namespace Dj.Spotify;

/// <summary>What is used of Spotify's Web API. Null means that Spotify knows no such thing.</summary>
public interface ISpotifyApi
{
    Task<Playlist?> GetPlaylistAsync(string id, CancellationToken ct = default);

    /// <summary>Up to 100 entries of a playlist.</summary>
    /// <param name="id">The playlist's.</param>
    /// <param name="offset">Where to begin, counted from 0.</param>
    /// <param name="ct">Ends the call.</param>
    Task<PlaylistPage?> GetPlaylistPageAsync(string id, int offset, CancellationToken ct = default);

    Task<AudioFeatures?> GetAudioFeaturesAsync(string id, CancellationToken ct = default);

    /// <summary>Those of up to 100 tracks in one call. Tracks without features are absent.</summary>
    Task<IReadOnlyDictionary<string, AudioFeatures>> GetManyAudioFeaturesAsync(IReadOnlyCollection<string> ids, CancellationToken ct = default);

    Task<Track?> GetTrackAsync(string id, CancellationToken ct = default);

    Task<SpotifyUser?> GetUserAsync(string id, CancellationToken ct = default);

    /// <summary>Appends tracks to a playlist of the user whose token it is.</summary>
    /// <returns>The playlist's new snapshot.</returns>
    Task<string> AddTracksAsync(string playlistId, IReadOnlyCollection<string> trackIds, string userToken, CancellationToken ct = default);

    /// <summary>Takes all occurrences of tracks out of a playlist of the user whose token it is.</summary>
    /// <returns>The playlist's new snapshot.</returns>
    Task<string> RemoveTracksAsync(string playlistId, IReadOnlyCollection<string> trackIds, string userToken, CancellationToken ct = default);
}
