using Dj.Upstream.Http;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dj.Upstream.Spotify;

/// <summary>Tracks, their audio features, search and users.</summary>
internal sealed class CatalogueEndpoints(MusicWorld world)
{
    private const string Root = "/spotify/v1/";
    private const int MostFeatures = 100;

    private readonly SpotifySearch _search = new(world);

    public void Map(IEndpointRouteBuilder app, ApiGate gate, Tokens tokens)
    {
        Get("audio-features", "features", 400, ManyFeatures);
        Get("audio-features/{id}", "feature", 400, Features);
        Get("tracks/{id}", "track", 200, Track);
        Get("search", "search", 400, _search.Answer);
        Get("users/{id}", "user", 200, User);
        app.MapGet(Root + "me", (HttpRequest request) => tokens.With(request, user => Me(request, user)))
            .WithMetadata(new EndpointMetadata(gate, "me", 200));
        app.Map(Root + "{**rest}", SpotifyErrors.NoService).WithMetadata(new EndpointMetadata(gate, "other", 200));

        void Get(string path, string name, int milliseconds, Func<HttpRequest, IResult> answer) =>
            app.MapGet(Root + path, (HttpRequest request) => tokens.With(request, _ => answer(request)))
                .WithMetadata(new EndpointMetadata(gate, name, milliseconds));
    }

    private IResult Track(HttpRequest request) => world.FindTrack(Id(request)) is { } track
        ? Results.Json(new SpotifyDocuments(request).Track(track))
        : SpotifyErrors.NotFound();

    private IResult Features(HttpRequest request) => world.FindTrack(Id(request)) is { Features: { } features } track
        ? Results.Json(new SpotifyDocuments(request).Features(track, features))
        : SpotifyErrors.NotFound("analysis not found");

    // In the order asked for, and null for what there is none of.
    private IResult ManyFeatures(HttpRequest request)
    {
        var ids = request.Query["ids"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length == 0)
            return SpotifyErrors.Bad("Invalid request");
        if (ids.Length > MostFeatures)
            return SpotifyErrors.Bad("Too many ids requested");

        var documents = new SpotifyDocuments(request);
        return Results.Json(new
        {
            audio_features = ids.Select(id =>
                world.FindTrack(id) is { Features: { } features } track ? documents.Features(track, features) : null),
        });
    }

    private IResult User(HttpRequest request) => world.FindUser(Id(request)) is { } user
        ? Results.Json(new SpotifyDocuments(request).User(user))
        : SpotifyErrors.NotFound("No such user");

    private static IResult Me(HttpRequest request, WorldUser? user) =>
        user is null ? SpotifyErrors.UserOnly() : Results.Json(new SpotifyDocuments(request).User(user));

    private static string Id(HttpRequest request) => (string)request.RouteValues["id"]!;
}
