namespace Dj.Deezer;

/// <summary>What is used of Deezer's API, which needs no key. Null means that Deezer knows no such thing.</summary>
public interface IDeezerApi
{
    /// <summary>The track that Deezer files under an ISRC. There may be others of the same recording.</summary>
    Task<DeezerTrack?> GetByIsrcAsync(string isrc, CancellationToken ct = default);

    Task<DeezerTrack?> GetTrackAsync(long id, CancellationToken ct = default);

    /// <summary>All tracks with this ISRC that last about so long (3 seconds more or less), best first.</summary>
    Task<IReadOnlyList<DeezerHit>> SearchByIsrcAsync(string isrc, int seconds, CancellationToken ct = default);

    /// <summary>All tracks by this name that last about so long (3 seconds more or less), best first.</summary>
    Task<IReadOnlyList<DeezerHit>> SearchByNameAsync(string artist, string title, int seconds, CancellationToken ct = default);
}
