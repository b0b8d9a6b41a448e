using System.Net.Http.Headers;
using CacheGen;
using Dj.People;
using Dj.Spotify;
using Microsoft.AspNetCore.Http;

namespace Dj.Serve;

/// <summary>Who calls: a user says so by his Spotify token.</summary>
internal static class Caller
{
    /// <summary>Null for a stranger, and where Spotify cannot be asked.</summary>
    public static async Task<SpotifyUser?> FindUserAsync(HttpRequest request, Sessions sessions, CancellationToken ct)
    {
        try
        {
            return TokenOf(request) is { } token ? await sessions.GetUserAsync(token, ct) : null;
        }
        catch (Exception e) when (e is UpstreamException or CacheRateLimitException)
        {
            return null;
        }
    }

    /// <summary>401 for a stranger.</summary>
    public static Task<IResult> WithUserAsync(HttpRequest request, Sessions sessions, Func<SpotifyUser, Task<IResult>> answer, CancellationToken ct) =>
        WithTokenAsync(request, async token => await sessions.GetUserAsync(token, ct) is { } user ? await answer(user) : Results.Unauthorized());

    /// <summary>401 where there is none, or what can be none.</summary>
    public static Task<IResult> WithTokenAsync(HttpRequest request, Func<string, Task<IResult>> answer) =>
        TokenOf(request) is { } token ? answer(token) : Task.FromResult(Results.Unauthorized());

    private static string? TokenOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            && header is { Scheme: var scheme, Parameter: { Length: > 0 } token }
            && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            && SpotifyId.CanBeToken(token)
            ? token
            : null;
}
