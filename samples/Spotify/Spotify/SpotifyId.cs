using System.Buffers;

namespace Dj.Spotify;

/// <summary>What is known of Spotify's names for things without asking.</summary>
internal static class SpotifyId
{
    private static readonly SearchValues<char> s_tokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=");

    /// <summary>Playlists and tracks are called by letters and digits. Spotify need not be asked for others.</summary>
    public static bool IsWellFormed(string id) => id.Length > 0 && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether a header can hold it as a bearer token (RFC 6750).</summary>
    public static bool CanBeToken(string token) => token.Length > 0 && !token.AsSpan().ContainsAnyExcept(s_tokenCharacters);

    /// <summary>Labels also write ISRCs in small letters and with hyphens, which other catalogues do not find.</summary>
    public static string? ReadIsrc(string? isrc)
    {
        var plain = isrc?.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return string.IsNullOrEmpty(plain) ? null : plain;
    }
}
