namespace Dj.MusicBrainz;

/// <summary>What is used of MusicBrainz' API, which needs no key.</summary>
public interface IMusicBrainzApi
{
    /// <summary>The ISRC of the recording that fits best; null where MusicBrainz knows none.</summary>
    /// <param name="artist">As credited.</param>
    /// <param name="track">The recording's name.</param>
    /// <param name="seconds">How long it lasts; recordings that differ by more than 3 seconds are others.</param>
    /// <param name="ct">Ends the call.</param>
    Task<string?> FindIsrcAsync(string artist, string track, int seconds, CancellationToken ct = default);
}
