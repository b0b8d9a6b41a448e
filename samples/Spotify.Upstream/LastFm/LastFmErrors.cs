using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.LastFm;

/// <summary>Last.fm's errors: a number and a message. An unknown track is one that comes with 200, an unknown artist with 404.</summary>
internal static class LastFmErrors
{
    public static IResult TrackNotFound() =>
        Results.Json(new { error = 6, message = "Track not found", links = Array.Empty<object>() });

    public static IResult ArtistNotFound() => Results.Json(
        new { error = 6, message = "The artist you supplied could not be found", links = Array.Empty<object>() },
        statusCode: StatusCodes.Status404NotFound);

    public static IResult MissingParameter() =>
        Of(6, "Invalid parameters - Your request is missing a required parameter", StatusCodes.Status400BadRequest);

    public static IResult NoSuchMethod() =>
        Of(3, "Invalid Method - No method with that name in this package", StatusCodes.Status400BadRequest);

    public static IResult NoSuchFormat() =>
        Of(5, "Invalid format - This service doesn't exist in that format", StatusCodes.Status400BadRequest);

    public static IResult InvalidKey() =>
        Of(10, "Invalid API key - You must be granted a valid key by last.fm", StatusCodes.Status403Forbidden);

    public static IResult RateLimited() =>
        Of(29, "Rate limit exceeded - Your IP has made too many requests in a short period", StatusCodes.Status429TooManyRequests);

    public static IResult Offline() =>
        Of(11, "Service Offline - This service is temporarily offline. Try again later.", StatusCodes.Status503ServiceUnavailable);

    private static IResult Of(int error, string message, int status) => Results.Json(new { error, message }, statusCode: status);
}
