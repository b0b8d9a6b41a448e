namespace Discogs.Upstream.Catalogue;

/// <summary>The orders a collection folder can be listed in.</summary>
internal static class CollectionOrder
{
    public static IReadOnlyList<CollectionItem> Sort(IReadOnlyList<CollectionItem> items, string? sort, string? sortOrder)
    {
        return sort switch
        {
            "label" => By(item => item.Pressing.Label.Name),
            "artist" => By(item => item.Pressing.Artist.Name),
            "title" => By(item => item.Pressing.Title),
            "catno" => By(item => item.Pressing.CatalogueNumber),
            "format" => By(item => item.Pressing.Format),
            "rating" => By(item => item.Rating),
            "year" => By(item => item.Pressing.Year),
            "added" => By(item => item.Added),
            _ => items,
        };

        IReadOnlyList<CollectionItem> By<TKey>(Func<CollectionItem, TKey> key) =>
            sortOrder == "desc" ? [.. items.OrderByDescending(key)] : [.. items.OrderBy(key)];
    }
}
