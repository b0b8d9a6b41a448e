namespace Discogs.Api;

/// <summary>What the sample needs of the Discogs API. Null means that Discogs knows no such thing.</summary>
public interface IDiscogsApi
{
    Task<Release?> FindReleaseAsync(int id, CancellationToken ct = default);

    Task<Profile?> FindProfileAsync(string username, CancellationToken ct = default);

    /// <param name="username">Whose collection.</param>
    /// <param name="page">Counted from 1.</param>
    /// <param name="sort">One of label, artist, title, catno, format, rating, added, year; the latest, best or last come first.</param>
    /// <param name="ct">Ends the call.</param>
    Task<CollectionPage?> FindCollectionPageAsync(string username, int page, string sort, CancellationToken ct = default);

    Task<SearchPage> SearchAsync(string query, int page, CancellationToken ct = default);
}
