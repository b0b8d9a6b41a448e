using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Deezer;

/// <summary>Deezer's errors, which come with 200 like everything else it says.</summary>
internal static class DeezerErrors
{
    public static IResult NoData() => Of("DataException", "no data", 800);

    public static IResult Quota() => Of("Exception", "Quota limit exceeded", 4);

    public static IResult WrongParameter() => Of("ParameterException", "Wrong parameter", 500);

    public static IResult MissingParameter(string name) => Of("MissingParameterException", "Missing parameters: " + name, 501);

    public static IResult InvalidQuery(string message = "Invalid query") => Of("InvalidQueryException", message, 600);

    /// <summary>Deezer itself is gone, and with it who would write an error.</summary>
    public static IResult Unavailable() => Results.Text(
        "<html><body><h1>503 Service Unavailable</h1></body></html>",
        "text/html",
        statusCode: StatusCodes.Status503ServiceUnavailable);

    private static IResult Of(string type, string message, int code) => Results.Json(new { error = new { type, message, code } });
}
