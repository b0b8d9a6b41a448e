namespace Dj.Spotify;

/// <summary>Spotify's search.</summary>
public interface ISpotifySearch
{
    /// <summary>Tracks by words, 50 at a time.</summary>
    Task<TrackSearch> SearchTracksAsync(string query, int offset = 0, CancellationToken ct = default);
}
