using Dj.Upstream.Http;
using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Spotify;

/// <summary>Spotify's error bodies: status and message, within an error. The accounts service has OAuth's.</summary>
internal static class SpotifyErrors
{
    public static IResult NoToken() => Of(StatusCodes.Status401Unauthorized, "No token provided");

    public static IResult BadToken() => Of(StatusCodes.Status401Unauthorized, "Invalid access token");

    public static IResult ExpiredToken() => Of(StatusCodes.Status401Unauthorized, "The access token expired");

    public static IResult UserOnly() => Of(StatusCodes.Status401Unauthorized, "This request requires user authentication.");

    public static IResult NotOwner(string what) =>
        Of(StatusCodes.Status403Forbidden, $"You cannot {what} a playlist you don't own.");

    public static IResult Bad(string message) => Of(StatusCodes.Status400BadRequest, message);

    public static IResult NotFound(string message = "Resource not found") => Of(StatusCodes.Status404NotFound, message);

    public static IResult NoService() => NotFound("Service not found");

    public static IResult Unavailable() => Of(StatusCodes.Status503ServiceUnavailable, "Service unavailable");

    public static IResult TooManyRequests(TimeSpan retryAfter) =>
        new WithHeader("Retry-After", Parameters.Seconds(retryAfter), Of(StatusCodes.Status429TooManyRequests, "API rate limit exceeded"));

    public static IResult OAuth(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { error, error_description = description }, statusCode: status);

    private static IResult Of(int status, string message) => Results.Json(new { error = new { status, message } }, statusCode: status);
}
