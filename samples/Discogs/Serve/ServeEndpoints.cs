using CacheGen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Discogs.Serve;

/// <summary>The endpoints of the web service. They know nothing of the cache, except the two that are about it.</summary>
internal static class ServeEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/releases/{id:int}", async (int id, DiscogsCatalog catalog, CancellationToken ct) =>
            Found(await catalog.GetReleaseAsync(id, ct)));
        app.MapGet("/users/{username}", async (string username, DiscogsCatalog catalog, CancellationToken ct) =>
            Found(await catalog.GetProfileAsync(username, ct)));
        app.MapGet(
            "/users/{username}/collection",
            async (string username, DiscogsCatalog catalog, CancellationToken ct, int page = 1, string? sort = null) =>
                Found(await catalog.GetCollectionPageAsync(username, page, sort, ct)));
        app.MapGet("/users/{username}/statistics", async (string username, DiscogsCatalog catalog, CancellationToken ct) =>
            Found(await catalog.GetStatisticsAsync(username, ct)));
        app.MapGet("/search", async (string q, DiscogsCatalog catalog, CancellationToken ct, int page = 1) =>
            Found(await catalog.SearchAsync(q, page, ct)));

        app.MapGet("/stats", (MethodCache cache) => cache.GetStatistics());
        app.MapDelete("/cache/releases/{id:int}", async (int id, MethodCache cache) =>
            await DiscogsCatalog.Cache.GetRelease(cache, id).RemoveAsync());
    }

    private static IResult Found<T>(T? value) => value is null ? Results.NotFound() : Results.Ok(value);
}
