using System.Globalization;
using CacheGen;
using Dj.Spotify;
using Microsoft.AspNetCore.Http;

namespace Dj.Serve;

/// <summary>Turns what goes wrong into the status that says so.</summary>
internal sealed class Failures(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (UpstreamLimitException e)
        {
            await ComeAgainAsync(context, e.Message, e.RetryAfter);
        }
        catch (CacheRateLimitException e)
        {
            await ComeAgainAsync(context, $"{e.Limiter} cannot be asked now, there are too many calls.", e.RetryAfter);
        }
        catch (SpotifyRefusalException e)
        {
            await Results.Problem(e.Message, statusCode: (int)e.Status).ExecuteAsync(context);
        }
        catch (UpstreamException e)
        {
            await Results.Problem($"{e.Message}. What it was asked for before, and not told to forget, is still answered.", statusCode: StatusCodes.Status502BadGateway).ExecuteAsync(context);
        }
    }

    private static Task ComeAgainAsync(HttpContext context, string message, TimeSpan? retryAfter)
    {
        var wait = retryAfter ?? TimeSpan.FromMinutes(1);
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return Results.Problem(message, statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }
}
