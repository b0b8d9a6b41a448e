using Discogs.Upstream.Catalogue;
using Discogs.Upstream.Documents;
using Discogs.Upstream.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Discogs.Upstream.Endpoints;

/// <summary>The "Database" chapter of the documentation, without search.</summary>
internal sealed class DatabaseEndpoints(MusicCatalogue catalogue)
{
    public void Map(IEndpointRouteBuilder app)
    {
        var release = new EndpointMetadata(EndpointKind.Release);
        app.MapGet("/releases/{id:int}", Release).WithMetadata(release);
        app.MapGet("/releases/{id:int}/rating", ReleaseRating).WithMetadata(release);
        app.MapGet("/masters/{id:int}", Master);
        app.MapGet("/masters/{id:int}/versions", MasterVersions);
        app.MapGet("/artists/{id:int}", Artist);
        app.MapGet("/artists/{id:int}/releases", ArtistReleases);
        app.MapGet("/labels/{id:int}", Label);
        app.MapGet("/labels/{id:int}/releases", LabelReleases);
    }

    private IResult Release(int id, HttpRequest request) =>
        catalogue.FindPressing(id) is { } pressing ? Results.Json(Documents(request).Release(pressing)) : Errors.NotFound("Release");

    private IResult ReleaseRating(int id) => catalogue.FindPressing(id) is { } pressing
        ? Results.Json(new { release_id = id, rating = new { count = pressing.RatingCount, average = pressing.RatingAverage } })
        : Errors.NotFound("Release");

    private IResult Master(int id, HttpRequest request) =>
        catalogue.FindMaster(id) is { } master ? Results.Json(Documents(request).Master(master)) : Errors.NotFound("Master Release");

    private IResult MasterVersions(int id, HttpRequest request) => catalogue.FindMaster(id) is { } master
        ? Paging.Of(request).Answer(master.Versions, "versions", Documents(request).MasterVersion)
        : Errors.NotFound("Master Release");

    private IResult Artist(int id, HttpRequest request) =>
        catalogue.FindArtist(id) is { } artist ? Results.Json(Documents(request).Artist(artist)) : Errors.NotFound("Artist");

    private IResult ArtistReleases(int id, HttpRequest request) => catalogue.FindArtist(id) is { } artist
        ? Paging.Of(request).Answer(By(pressing => pressing.Artist == artist), "releases", Documents(request).ArtistRelease)
        : Errors.NotFound("Artist");

    private IResult Label(int id, HttpRequest request) =>
        catalogue.FindLabel(id) is { } label ? Results.Json(Documents(request).Label(label)) : Errors.NotFound("Label");

    private IResult LabelReleases(int id, HttpRequest request) => catalogue.FindLabel(id) is { } label
        ? Paging.Of(request).Answer(By(pressing => pressing.Label == label), "releases", Documents(request).LabelRelease)
        : Errors.NotFound("Label");

    private Pressing[] By(Func<Pressing, bool> predicate) => [.. catalogue.Pressings.Where(predicate).OrderBy(pressing => pressing.Year)];

    private DatabaseDocuments Documents(HttpRequest request) => new(catalogue, new Links(request));
}
