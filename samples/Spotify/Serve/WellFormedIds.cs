using Dj.Spotify;
using Microsoft.AspNetCore.Http;

namespace Dj.Serve;

/// <summary>404 for what can be no id of Spotify's.</summary>
internal sealed class WellFormedIds : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.RouteValues.Values.OfType<string>().All(SpotifyId.IsWellFormed)
            ? next(context)
            : ValueTask.FromResult<object?>(Results.NotFound());
}
