using Dj.Upstream.Http;
using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.MusicBrainz;

/// <summary>MusicBrainz' errors, in its own words. It has 503 both for "you ask too often" and for "we cannot just now".</summary>
internal static class MusicBrainzErrors
{
    private const string Help = "For usage, please see: https://musicbrainz.org/development/mmd";

    private const string InvalidFormat =
        "Invalid format. Either set an Accept header (recognized mime types are application/json and application/xml), "
        + "or include a fmt= argument in the query string (valid values for fmt are json and xml).";

    public static IResult RateLimited(TimeSpan retryAfter) => new WithHeader("Retry-After", Parameters.Seconds(retryAfter), Results.Json(
        new
        {
            error = "Your requests are exceeding the allowable rate limit. "
                + "Please see http://wiki.musicbrainz.org/XMLWebService for more information.",
        },
        statusCode: StatusCodes.Status503ServiceUnavailable));

    public static IResult Unavailable() => Results.Json(
        new { error = "The MusicBrainz web server is currently busy. Please try again later." },
        statusCode: StatusCodes.Status503ServiceUnavailable);

    public static IResult NoUserAgent() => Results.Text("403 Forbidden", statusCode: StatusCodes.Status403Forbidden);

    public static IResult BadQuery(string message) =>
        Results.Json(new { error = message, help = Help }, statusCode: StatusCodes.Status400BadRequest);

    public static IResult NotFound() => Results.Json(new { error = "Not Found", help = Help }, statusCode: StatusCodes.Status404NotFound);

    /// <summary>In XML, which is what it speaks where nobody says otherwise.</summary>
    public static IResult NotAcceptable() => Results.Text(
        $"""<?xml version="1.0"?><error><text>{InvalidFormat}</text><text>{Help}</text></error>""",
        "application/xml",
        statusCode: StatusCodes.Status406NotAcceptable);
}
