using Microsoft.AspNetCore.Http;

namespace Discogs.Upstream.Http;

/// <summary>What stands before every endpoint: outage, User-Agent, rate limit, latency.</summary>
internal sealed class Gatekeeper(DiscogsUpstream upstream, RateLimit rateLimit, Latency latency)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var kind = context.GetEndpoint()?.Metadata.GetMetadata<EndpointMetadata>()?.Kind ?? EndpointKind.Other;
        upstream.Calls.Add(kind);

        if (upstream.IsDown)
        {
            await Errors.Unavailable().ExecuteAsync(context);
        }
        else if (string.IsNullOrWhiteSpace(context.Request.Headers.UserAgent))
        {
            // "You will get an empty response": that is all the documentation says.
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (!rateLimit.TryTake(context))
        {
            upstream.Calls.AddRateLimited();
            await Errors.TooManyRequests().ExecuteAsync(context);
        }
        else
        {
            await latency.WaitAsync(kind, context.Request.Path + context.Request.QueryString, context.RequestAborted);
            await next(context);
        }
    }
}

/// <summary>Marks an endpoint with its kind.</summary>
internal sealed record EndpointMetadata(EndpointKind Kind);
