using System.Text.Json;
using Dj.Upstream.Http;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dj.Upstream.Spotify;

/// <summary>Playlists: reading and editing.</summary>
internal sealed class PlaylistEndpoints(MusicWorld world, TimeProvider time)
{
    private const string Playlist = "/spotify/v1/playlists/{id}";
    private const string Entries = Playlist + "/tracks";

    public void Map(IEndpointRouteBuilder app, ApiGate gate, Tokens tokens)
    {
        app.MapGet(Playlist, (string id, HttpRequest request) => tokens.With(request, _ => Read(id, request)))
            .WithMetadata(new EndpointMetadata(gate, "playlist", 300));
        app.MapGet(Entries, (string id, HttpRequest request) => tokens.With(request, _ => ReadPage(id, request)))
            .WithMetadata(new EndpointMetadata(gate, "page", 500));
        app.MapPost(Entries, (string id, HttpRequest request) => EditAsync(id, request, tokens, "add tracks to", Add))
            .WithMetadata(new EndpointMetadata(gate, "add", 300));
        app.MapDelete(Entries, (string id, HttpRequest request) => EditAsync(id, request, tokens, "remove tracks from", Remove))
            .WithMetadata(new EndpointMetadata(gate, "remove", 300));
    }

    private IResult Read(string id, HttpRequest request) => world.FindPlaylist(id) is { } playlist
        ? Filtered(request, new PlaylistDocuments(world, request).Playlist(playlist))
        : SpotifyErrors.NotFound();

    private IResult ReadPage(string id, HttpRequest request)
    {
        if (request.Number("limit", PlaylistDocuments.PageSize) is not (>= 1 and <= PlaylistDocuments.PageSize and var limit))
            return SpotifyErrors.Bad("Invalid limit");
        if (request.Number("offset", 0) is not (>= 0 and var offset))
            return SpotifyErrors.Bad("Invalid offset");

        return world.FindPlaylist(id) is { } playlist
            ? Filtered(request, new PlaylistDocuments(world, request).Page(playlist, offset, limit))
            : SpotifyErrors.NotFound();
    }

    private static IResult Filtered(HttpRequest request, object document)
    {
        var fields = request.Query["fields"].ToString();
        return fields.Length == 0 ? Results.Json(document)
            : FieldFilter.Parse(fields) is { } filter ? Results.Json(filter.Apply(JsonSerializer.SerializeToNode(document)))
            : SpotifyErrors.Bad("Invalid fields parameter");
    }

    private async Task<IResult> EditAsync(
        string id,
        HttpRequest request,
        Tokens tokens,
        string what,
        Func<WorldPlaylist, HttpRequest, JsonElement, IResult> edit)
    {
        JsonElement body;
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            body = document.RootElement.Clone();
        }
        catch (JsonException) when (request.Query.ContainsKey("uris"))
        {
            body = default;
        }
        catch (JsonException)
        {
            return tokens.With(request, _ => SpotifyErrors.Bad("Error parsing JSON."));
        }

        return tokens.With(request, user => user is null ? SpotifyErrors.UserOnly()
            : world.FindPlaylist(id) is not { } playlist ? SpotifyErrors.NotFound()
            : playlist.OwnerId != user.Id ? SpotifyErrors.NotOwner(what)
            : edit(playlist, request, body));
    }

    private IResult Add(WorldPlaylist playlist, HttpRequest request, JsonElement body) =>
        EditBody.OfAdd(request, body) is not { } wanted ? SpotifyErrors.Bad("No uris provided")
        : wanted.Problem(world) is { } problem ? problem
        : wanted.Position is < 0 || wanted.Position > playlist.Total ? SpotifyErrors.Bad("Index out of bounds.")
        : Results.Json(
            new { snapshot_id = playlist.Add([.. wanted.TrackIds.Select(id => world.FindTrack(id)!)], time.GetUtcNow(), wanted.Position) },
            statusCode: StatusCodes.Status201Created);

    private IResult Remove(WorldPlaylist playlist, HttpRequest request, JsonElement body) =>
        EditBody.OfRemove(body) is not { } unwanted ? SpotifyErrors.Bad("No tracks provided")
        : unwanted.Problem(world) is { } problem ? problem
        : unwanted.SnapshotId is { } snapshot && !playlist.HasHad(snapshot) ? SpotifyErrors.Bad("Invalid snapshot_id")
        : Results.Json(new { snapshot_id = playlist.Remove(unwanted.TrackIds) });
}
