using System.Globalization;
using Discogs.Upstream.Catalogue;

namespace Discogs.Upstream.Documents;

/// <summary>Users and their collections as the API writes them.</summary>
internal sealed class UserDocuments(DatabaseDocuments database, Links links)
{
    // Folder 0 holds everything and 1 what its owner has not sorted; the others are his own.
    private static readonly string[] s_folderNames = ["All", "Uncategorized", "Favourites", "For sale"];

    public object Profile(User user) => new
    {
        id = user.Id,
        username = user.Username,
        name = user.Name,
        resource_url = links.User(user.Username),
        uri = $"https://www.discogs.com/user/{user.Username}",
        home_page = "",
        location = user.Location,
        profile = $"I collect records in {user.Location}.",
        registered = DatabaseDocuments.Timestamp(user.Registered),
        rank = user.Collection.Count,
        num_collection = user.Collection.Count,
        num_wantlist = 0,
        num_pending = 0,
        num_for_sale = 0,
        num_lists = 0,
        releases_contributed = 0,
        releases_rated = user.Collection.Count(item => item.Rating > 0),
        rating_avg = Math.Round(user.Collection.Where(item => item.Rating > 0).Select(item => item.Rating).DefaultIfEmpty().Average(), 2),
        collection_folders_url = links.User(user.Username) + "/collection/folders",
        collection_fields_url = links.User(user.Username) + "/collection/fields",
        wantlist_url = links.User(user.Username) + "/wants",
        inventory_url = links.User(user.Username) + "/inventory",
        avatar_url = Links.Image(user.Id, 150),
        banner_url = "",
        activated = true,
        marketplace_suspended = false,
        is_staff = false,
        buyer_rating = 0.0,
        buyer_rating_stars = 0,
        buyer_num_ratings = 0,
        seller_rating = 0.0,
        seller_rating_stars = 0,
        seller_num_ratings = 0,
        curr_abbr = "EUR",
    };

    public object Identity(User user) => new
    {
        id = user.Id,
        username = user.Username,
        resource_url = links.User(user.Username),
        consumer_name = "Discogs simulator",
    };

    public object Folders(User user, bool toOwner) => new
    {
        folders = Enumerable.Range(0, toOwner ? s_folderNames.Length : 1).Select(id => Folder(user, id)),
    };

    public object Folder(User user, int id) => new
    {
        id,
        count = ItemsOf(user, id).Count,
        name = s_folderNames[id],
        resource_url = links.Folder(user.Username, id),
    };

    public object Item(CollectionItem item) => new
    {
        id = item.Pressing.Id,
        instance_id = item.InstanceId,
        date_added = DatabaseDocuments.Timestamp(item.Added),
        rating = item.Rating,
        folder_id = item.FolderId,
        basic_information = database.BasicInformation(item.Pressing),
        notes = Array.Empty<object>(),
    };

    public static object Value(User user)
    {
        var lowest = user.Collection.Sum(item => item.Pressing.LowestPrice);
        return new { minimum = Euros(lowest), median = Euros(lowest * 1.6m), maximum = Euros(lowest * 3m) };
    }

    public static bool HasFolder(int id) => id >= 0 && id < s_folderNames.Length;

    public static IReadOnlyList<CollectionItem> ItemsOf(User user, int folderId) =>
        folderId == 0 ? user.Collection : [.. user.Collection.Where(item => item.FolderId == folderId)];

    private static string Euros(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"€{amount:N2}");
}
