using Discogs.Upstream.Catalogue;
using Discogs.Upstream.Documents;
using Discogs.Upstream.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Discogs.Upstream.Endpoints;

/// <summary>The "User Identity" and "User Collection" chapters of the documentation, as far as they read.</summary>
internal sealed class UserEndpoints(MusicCatalogue catalogue)
{
    public void Map(IEndpointRouteBuilder app)
    {
        var profile = new EndpointMetadata(EndpointKind.Profile);
        var collection = new EndpointMetadata(EndpointKind.Collection);
        app.MapGet("/oauth/identity", Identity).WithMetadata(profile);
        app.MapGet("/users/{username}", Profile).WithMetadata(profile);
        app.MapGet("/users/{username}/collection/folders", Folders).WithMetadata(collection);
        app.MapGet("/users/{username}/collection/folders/{folderId:int}", Folder).WithMetadata(collection);
        app.MapGet("/users/{username}/collection/folders/{folderId:int}/releases", FolderItems).WithMetadata(collection);
        app.MapGet("/users/{username}/collection/value", Value).WithMetadata(collection);
    }

    private IResult Identity(HttpRequest request)
    {
        if (Credentials.Of(request) is not { } caller)
            return Errors.MustAuthenticate();

        // A token that belongs to nobody in particular is taken for the first user's.
        var user = catalogue.FindUser(caller.Token ?? "") ?? catalogue.Users[0];
        return Results.Json(Documents(request).Identity(user));
    }

    private IResult Profile(string username, HttpRequest request) =>
        catalogue.FindUser(username) is { } user ? Results.Json(Documents(request).Profile(user)) : Errors.UserNotFound();

    private IResult Folders(string username, HttpRequest request) => catalogue.FindUser(username) is { } user
        ? Results.Json(Documents(request).Folders(user, toOwner: IsOwner(request, user)))
        : Errors.UserNotFound();

    private IResult Folder(string username, int folderId, HttpRequest request) =>
        InFolder(username, folderId, request, user => Results.Json(Documents(request).Folder(user, folderId)));

    private IResult FolderItems(string username, int folderId, HttpRequest request) =>
        InFolder(username, folderId, request, user =>
        {
            var sorted = CollectionOrder.Sort(UserDocuments.ItemsOf(user, folderId), request.Query["sort"], request.Query["sort_order"]);
            return Paging.Of(request).Answer(sorted, "releases", Documents(request).Item);
        });

    private IResult Value(string username, HttpRequest request) => catalogue.FindUser(username) switch
    {
        null => Errors.UserNotFound(),
        _ when Credentials.Of(request) is null => Errors.MustAuthenticate(),
        var user when !IsOwner(request, user) => Errors.OwnerOnly(),
        var user => Results.Json(UserDocuments.Value(user)),
    };

    // Everybody may see folder 0, which holds everything; the others are their owner's.
    private IResult InFolder(string username, int folderId, HttpRequest request, Func<User, IResult> answer)
    {
        if (catalogue.FindUser(username) is not { } user)
            return Errors.UserNotFound();
        if (!UserDocuments.HasFolder(folderId))
            return Errors.NotFound("Folder");

        return folderId == 0 || IsOwner(request, user) ? answer(user)
            : Credentials.Of(request) is null ? Errors.MustAuthenticate()
            : Errors.OwnerOnly();
    }

    private static bool IsOwner(HttpRequest request, User user) => Credentials.Of(request)?.Owns(user.Username) == true;

    private UserDocuments Documents(HttpRequest request)
    {
        var links = new Links(request);
        return new UserDocuments(new DatabaseDocuments(catalogue, links), links);
    }
}
