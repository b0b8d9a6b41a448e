using Discogs.Upstream.Catalogue;
using Discogs.Upstream.Documents;
using Discogs.Upstream.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Discogs.Upstream.Endpoints;

/// <summary><c>/database/search</c>, the one database endpoint that wants credentials.</summary>
internal sealed class SearchEndpoint(CatalogueSearch search)
{
    private static readonly string[] s_fields =
        ["q", "title", "release_title", "artist", "label", "genre", "style", "country", "year", "format", "catno", "barcode", "track"];

    public void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/database/search", Search).WithMetadata(new EndpointMetadata(EndpointKind.Search));

    private IResult Search(HttpRequest request)
    {
        if (Credentials.Of(request) is null)
            return Errors.MustAuthenticate();

        SearchTerm[] terms =
        [
            .. s_fields
                .Select(field => new SearchTerm(field, request.Query[field].ToString()))
                .Where(term => !string.IsNullOrWhiteSpace(term.Words)),
        ];
        var documents = new SearchDocuments(new Links(request));
        return request.Query["type"].ToString() switch
        {
            "release" => Answer(search.Pressings(terms), documents.Release),
            "master" => Answer(search.Masters(terms), documents.Master),
            "artist" => Answer(search.Artists(terms), documents.Artist),
            "label" => Answer(search.Labels(terms), documents.Label),
            _ => AllKinds(),
        };

        IResult Answer<T>(IReadOnlyCollection<T> found, Func<T, object> toDocument) =>
            Paging.Of(request).Answer(found, "results", toDocument);

        // Without a type, Discogs mixes all kinds; each is turned into its document only when it is on the page.
        IResult AllKinds() => Answer(
            [
                .. search.Artists(terms).Select<Artist, Func<object>>(artist => () => documents.Artist(artist)),
                .. search.Labels(terms).Select<Label, Func<object>>(label => () => documents.Label(label)),
                .. search.Masters(terms).Select<Master, Func<object>>(master => () => documents.Master(master)),
                .. search.Pressings(terms).Select<Pressing, Func<object>>(pressing => () => documents.Release(pressing)),
            ],
            toDocument => toDocument());
    }
}
