using Discogs.Upstream.Catalogue;

namespace Discogs.Upstream.Documents;

/// <summary>Search results as the API writes them: flatter than the resources themselves, and the year is a string.</summary>
internal sealed class SearchDocuments(Links links)
{
    private static readonly object s_userData = new { in_wantlist = false, in_collection = false };

    public object Release(Pressing pressing) =>
        OfPressing(pressing, "release", pressing.Id, links.Release(pressing.Id));

    public object Master(Master master) =>
        OfPressing(master.Main, "master", master.Id, links.Master(master.Id));

    public object Artist(Artist artist) => Entity("artist", artist.Id, artist.Name, links.Artist(artist.Id));

    public object Label(Label label) => Entity("label", label.Id, label.Name, links.Label(label.Id));

    private object OfPressing(Pressing pressing, string type, int id, string resourceUrl) => new
    {
        country = pressing.Country,
        year = DatabaseDocuments.Year(pressing),
        format = (string[])[pressing.Format, .. pressing.FormatDescriptions],
        label = new[] { pressing.Label.Name },
        type,
        genre = new[] { pressing.Genre },
        style = pressing.Styles,
        id,
        barcode = new[] { pressing.Barcode },
        user_data = s_userData,
        master_id = pressing.MasterId,
        master_url = links.Master(pressing.MasterId),
        uri = $"/{type}/{id}",
        catno = pressing.CatalogueNumber,
        title = $"{pressing.Artist.Name} - {pressing.Title}",
        thumb = Links.Image(pressing.Id, 150),
        cover_image = Links.Image(pressing.Id, 600),
        resource_url = resourceUrl,
        community = new { want = pressing.Want, have = pressing.Have },
        format_quantity = 1,
        formats = DatabaseDocuments.Formats(pressing),
    };

    private static object Entity(string type, int id, string name, string resourceUrl) => new
    {
        id,
        type,
        user_data = s_userData,
        master_id = (int?)null,
        master_url = (string?)null,
        uri = $"/{type}/{id}",
        title = name,
        thumb = "",
        cover_image = Links.Image(id, 600),
        resource_url = resourceUrl,
    };
}
