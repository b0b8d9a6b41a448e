namespace Dj;

/// <summary>Spotify knows no such playlist.</summary>
public sealed class UnknownPlaylistException(string id)
    : Exception($"Spotify knows no playlist '{id}'. Its id is what stands behind /playlist/ in its address.");
