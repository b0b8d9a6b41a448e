using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Http;

/// <summary>What stands before every endpoint: outage, limits, latency.</summary>
internal sealed class Gatekeeper(Latency latency)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EndpointMetadata>() is not { } endpoint)
        {
            await next(context);
            return;
        }

        var gate = endpoint.Gate;
        gate.Api.CountCall(endpoint.Name(context.Request));
        if (gate.Api.IsDown)
            await (endpoint.Unavailable ?? gate.Unavailable)().ExecuteAsync(context);
        else if (await WaitAsync(endpoint, context) is { } refusal)
            await refusal.ExecuteAsync(context);
        else
            await next(context);
    }

    // A call is under way until its answer is about to be written, and no longer: a client sends the next one when it has read the answer,
    // which may be before this method would get around to giving the place back.
    private async Task<IResult?> WaitAsync(EndpointMetadata endpoint, HttpContext context)
    {
        if (endpoint.IsLimited && endpoint.Gate.TryEnter() is { } refusal)
            return refusal;

        try
        {
            await latency.WaitAsync(endpoint.Milliseconds, context.Request.Path + context.Request.QueryString, context.RequestAborted);
            return null;
        }
        finally
        {
            if (endpoint.IsLimited)
                endpoint.Gate.Leave();
        }
    }
}

/// <summary>Marks an endpoint with whose it is, what it is counted as, and how long it takes.</summary>
internal sealed record EndpointMetadata(ApiGate Gate, Func<HttpRequest, string> Name, int Milliseconds)
{
    public EndpointMetadata(ApiGate gate, string name, int milliseconds)
        : this(gate, _ => name, milliseconds)
    {
    }

    /// <summary>Whether calls take a place and count towards the limit.</summary>
    public bool IsLimited { get; init; } = true;

    /// <summary>What it answers during an outage, where that differs from the rest of the API.</summary>
    public Func<IResult>? Unavailable { get; init; }
}
