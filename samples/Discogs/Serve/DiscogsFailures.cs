using System.Globalization;
using Discogs.Api;
using Microsoft.AspNetCore.Http;

namespace Discogs.Serve;

/// <summary>Turns what goes wrong upstream into the status that says so.</summary>
internal sealed class DiscogsFailures(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RateLimitedException e)
        {
            var wait = e.RetryAfter ?? TimeSpan.FromMinutes(1);
            context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            await Results.Problem(e.Message, statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
        }
        catch (HttpRequestException e)
        {
            var problem = Results.Problem($"Discogs does not answer: {e.Message}", statusCode: StatusCodes.Status502BadGateway);
            await problem.ExecuteAsync(context);
        }
    }
}
