using System.Net;

namespace Dj.Spotify;

/// <summary>Spotify has answered, and does not do what a user wants: it is not his playlist, or his token has expired.</summary>
/// <param name="status">As Spotify has it: 400, 401, 403 or 404.</param>
/// <param name="said">In Spotify's words.</param>
public sealed class SpotifyRefusalException(HttpStatusCode status, string said) : Exception($"Spotify does not do this: {said}")
{
    public HttpStatusCode Status { get; } = status;
}
