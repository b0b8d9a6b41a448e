using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Discogs.Upstream.Http;

/// <summary>Discogs' error bodies: one message, written with a space after the colon, which some clients match on.</summary>
internal static class Errors
{
    public static IResult NotFound(string what) => Of(StatusCodes.Status404NotFound, $"{what} not found.");

    public static IResult UserNotFound() => Of(StatusCodes.Status404NotFound, "User does not exist or may have been deleted.");

    public static IResult ResourceNotFound() => Of(StatusCodes.Status404NotFound, "The requested resource was not found.");

    public static IResult MustAuthenticate() => Of(StatusCodes.Status401Unauthorized, "You must authenticate to access this resource.");

    public static IResult OwnerOnly() =>
        Of(
            StatusCodes.Status403Forbidden,
            "You are not allowed to view this resource. Please authenticate as the owner to view this content.");

    public static IResult TooManyRequests() => Of(StatusCodes.Status429TooManyRequests, "You are making requests too quickly.");

    public static IResult Unavailable() => Of(StatusCodes.Status503ServiceUnavailable, "The service is temporarily unavailable.");

    private static IResult Of(int statusCode, string message) =>
        Results.Text($"{{\"message\": {JsonSerializer.Serialize(message)}}}", "application/json", statusCode: statusCode);
}
