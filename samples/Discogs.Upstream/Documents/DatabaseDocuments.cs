using System.Globalization;
using Discogs.Upstream.Catalogue;

namespace Discogs.Upstream.Documents;

/// <summary>Releases, masters, artists and labels as the API writes them. Names and nesting are the documentation's.</summary>
internal sealed class DatabaseDocuments(MusicCatalogue catalogue, Links links)
{
    public object Release(Pressing pressing) => new
    {
        id = pressing.Id,
        status = "Accepted",
        year = pressing.Year,
        resource_url = links.Release(pressing.Id),
        uri = Links.Page("release", pressing.Id),
        artists = Artists(pressing),
        artists_sort = pressing.Artist.Name,
        labels = Labels(pressing),
        series = Array.Empty<object>(),
        companies = Array.Empty<object>(),
        formats = Formats(pressing),
        data_quality = "Correct",
        community = new
        {
            have = pressing.Have,
            want = pressing.Want,
            rating = new { count = pressing.RatingCount, average = pressing.RatingAverage },
            submitter = Contributor(),
            contributors = new[] { Contributor() },
            data_quality = "Correct",
            status = "Accepted",
        },
        format_quantity = 1,
        date_added = Timestamp(pressing.Added),
        date_changed = Timestamp(pressing.Added.AddDays(30)),
        num_for_sale = pressing.ForSale,
        lowest_price = pressing.LowestPrice,
        master_id = pressing.MasterId,
        master_url = links.Master(pressing.MasterId),
        title = pressing.Title,
        country = pressing.Country,
        released = Year(pressing),
        released_formatted = Year(pressing),
        notes = "",
        identifiers = new[] { new { type = "Barcode", value = pressing.Barcode } },
        videos = Array.Empty<object>(),
        genres = new[] { pressing.Genre },
        styles = pressing.Styles,
        tracklist = Tracks(pressing),
        extraartists = Array.Empty<object>(),
        images = Images(pressing),
        thumb = Links.Image(pressing.Id, 150),
        estimated_weight = 230,
    };

    public object BasicInformation(Pressing pressing) => new
    {
        id = pressing.Id,
        master_id = pressing.MasterId,
        master_url = links.Master(pressing.MasterId),
        resource_url = links.Release(pressing.Id),
        thumb = Links.Image(pressing.Id, 150),
        cover_image = Links.Image(pressing.Id, 600),
        title = pressing.Title,
        year = pressing.Year,
        formats = Formats(pressing),
        labels = Labels(pressing),
        artists = Artists(pressing),
        genres = new[] { pressing.Genre },
        styles = pressing.Styles,
    };

    public object Master(Master master) => new
    {
        id = master.Id,
        main_release = master.Main.Id,
        most_recent_release = master.Versions[^1].Id,
        resource_url = links.Master(master.Id),
        uri = Links.Page("master", master.Id),
        versions_url = links.Master(master.Id) + "/versions",
        main_release_url = links.Release(master.Main.Id),
        most_recent_release_url = links.Release(master.Versions[^1].Id),
        num_for_sale = master.Versions.Sum(version => version.ForSale),
        lowest_price = master.Versions.Min(version => version.LowestPrice),
        images = Images(master.Main),
        genres = new[] { master.Main.Genre },
        styles = master.Main.Styles,
        year = master.Versions.Min(version => version.Year),
        tracklist = Tracks(master.Main),
        artists = Artists(master.Main),
        title = master.Main.Title,
        data_quality = "Correct",
        videos = Array.Empty<object>(),
    };

    public object MasterVersion(Pressing version) => new
    {
        id = version.Id,
        label = version.Label.Name,
        country = version.Country,
        title = version.Title,
        major_formats = new[] { version.Format },
        format = string.Join(", ", version.FormatDescriptions),
        catno = version.CatalogueNumber,
        released = Year(version),
        status = "Accepted",
        resource_url = links.Release(version.Id),
        thumb = Links.Image(version.Id, 150),
        stats = Stats(version),
    };

    public object Artist(Artist artist) => new
    {
        id = artist.Id,
        name = artist.Name,
        resource_url = links.Artist(artist.Id),
        uri = Links.Page("artist", artist.Id),
        releases_url = links.Artist(artist.Id) + "/releases",
        images = Array.Empty<object>(),
        profile = artist.Profile,
        urls = Array.Empty<string>(),
        namevariations = Array.Empty<string>(),
        members = Array.Empty<object>(),
        data_quality = "Correct",
    };

    public object ArtistRelease(Pressing pressing) => new
    {
        id = pressing.Id,
        status = "Accepted",
        type = "release",
        format = Format(pressing),
        label = pressing.Label.Name,
        title = pressing.Title,
        resource_url = links.Release(pressing.Id),
        role = "Main",
        artist = pressing.Artist.Name,
        year = pressing.Year,
        thumb = Links.Image(pressing.Id, 150),
        stats = Stats(pressing),
    };

    public object Label(Label label) => new
    {
        id = label.Id,
        name = label.Name,
        resource_url = links.Label(label.Id),
        uri = Links.Page("label", label.Id),
        releases_url = links.Label(label.Id) + "/releases",
        images = Array.Empty<object>(),
        contact_info = "",
        profile = label.Profile,
        urls = Array.Empty<string>(),
        sublabels = Array.Empty<object>(),
        data_quality = "Correct",
    };

    public object LabelRelease(Pressing pressing) => new
    {
        id = pressing.Id,
        status = "Accepted",
        format = Format(pressing),
        catno = pressing.CatalogueNumber,
        title = pressing.Title,
        resource_url = links.Release(pressing.Id),
        artist = pressing.Artist.Name,
        year = pressing.Year,
        thumb = Links.Image(pressing.Id, 150),
        stats = Stats(pressing),
    };

    internal static string Timestamp(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    internal static string Year(Pressing pressing) => pressing.Year.ToString(CultureInfo.InvariantCulture);

    internal static object[] Formats(Pressing pressing) =>
        [new { name = pressing.Format, qty = "1", descriptions = pressing.FormatDescriptions }];

    private object[] Artists(Pressing pressing) =>
    [
        new
        {
            name = pressing.Artist.Name,
            anv = "",
            join = "",
            role = "",
            tracks = "",
            id = pressing.Artist.Id,
            resource_url = links.Artist(pressing.Artist.Id),
        },
    ];

    private object[] Labels(Pressing pressing) =>
    [
        new
        {
            name = pressing.Label.Name,
            catno = pressing.CatalogueNumber,
            entity_type = "1",
            entity_type_name = "Label",
            id = pressing.Label.Id,
            resource_url = links.Label(pressing.Label.Id),
        },
    ];

    private object Contributor()
    {
        var username = catalogue.Users[0].Username;
        return new { username, resource_url = links.User(username) };
    }

    private static object[] Tracks(Pressing pressing) =>
    [
        .. pressing.Tracks.Select(track => new
        {
            position = track.Position,
            type_ = "track",
            title = track.Title,
            duration = track.Duration,
        }),
    ];

    private static object[] Images(Pressing pressing) =>
    [
        new
        {
            type = "primary",
            uri = Links.Image(pressing.Id, 600),
            resource_url = Links.Image(pressing.Id, 600),
            uri150 = Links.Image(pressing.Id, 150),
            width = 600,
            height = 600,
        },
    ];

    private static object Stats(Pressing pressing) => new
    {
        user = new { in_wantlist = 0, in_collection = 0 },
        community = new { in_wantlist = pressing.Want, in_collection = pressing.Have },
    };

    private static string Format(Pressing pressing) => string.Join(", ", [pressing.Format, .. pressing.FormatDescriptions]);
}
