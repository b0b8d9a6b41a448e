using System.Net;
using Dj.Http;

namespace Dj.Spotify;

/// <summary>What Spotify means by an answer that is no success.</summary>
internal static class SpotifyErrors
{
    /// <summary>
    /// Spotify has nothing by that name, or says that it is no name. A 404 without Spotify's own error document comes from somewhere
    /// else, and says nothing of playlists.
    /// </summary>
    public static bool SaysNoSuchThing(UpstreamAnswer answer) => answer.Status switch
    {
        HttpStatusCode.NotFound => ReadMessage(answer) is not (null or "Service not found"),
        HttpStatusCode.BadRequest => ReadMessage(answer) is { } message
            && message.StartsWith("invalid", StringComparison.OrdinalIgnoreCase)
            && message.EndsWith(" id", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>The failure of a call in the name of this application.</summary>
    public static UpstreamException Of(UpstreamAnswer answer) => answer.Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => answer.Failure(
            $"{ReadMessage(answer) ?? "it does not accept this application"} (check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET)"),
        HttpStatusCode.NotFound => answer.Failure(ReadMessage(answer) ?? "check SPOTIFY_BASE_URL"),
        _ => answer.Failure(ReadMessage(answer)),
    };

    /// <summary>The failure of a call in the name of a user: what Spotify refuses is theirs to put right, and nobody's here.</summary>
    public static Exception OfUser(UpstreamAnswer answer) => answer.Status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound =>
            new SpotifyRefusalException(answer.Status, ReadMessage(answer) ?? answer.Status.ToString()),
        _ => answer.Failure(ReadMessage(answer)),
    };

    /// <summary>The failure to be given a token.</summary>
    public static UpstreamException OfAccounts(UpstreamAnswer answer)
    {
        var error = answer.TryRead(SpotifyJson.Default.AccountsErrorDocument);
        return answer.Status switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => answer.Failure(
                $"{error?.ErrorDescription ?? error?.Error ?? "no token"} (check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET)"),
            HttpStatusCode.NotFound => answer.Failure("check SPOTIFY_ACCOUNTS_URL"),
            _ => answer.Failure(error?.ErrorDescription),
        };
    }

    private static string? ReadMessage(UpstreamAnswer answer) => answer.TryRead(SpotifyJson.Default.ErrorDocument)?.Error.Message;
}
