using CacheGen;
using Discogs.Api;

namespace Discogs;

/// <summary>
/// Discogs for an application with many users: every answer is kept as long as it is good, and for a week more in case Discogs is away.
/// </summary>
[CachePrefix("discogs")]
public sealed partial class DiscogsCatalog(IDiscogsApi api, MethodCache cache)
{
    [Cached(Key = "release:{id}", Ttl = "24h", MissTtl = "5m", FailSafe = "7d")]
    public partial Task<Release?> GetReleaseAsync(int id, CancellationToken ct = default);

    [Cached(Key = "profile:{username|lower}", Ttl = "6h", MissTtl = "5m", FailSafe = "7d")]
    public partial Task<Profile?> GetProfileAsync(string username, CancellationToken ct = default);

    [Cached(Key = "collection:{username|lower}:{page}:{sort ?? added}", Ttl = "30m", MissTtl = "5m", FailSafe = "7d")]
    public partial Task<CollectionPage?> GetCollectionPageAsync(
        string username, int page, string? sort = null, CancellationToken ct = default);

    /// <summary>Figures over the whole collection, however many pages it has.</summary>
    [Cached(Key = "statistics:{username|lower}", Ttl = "1h", MissTtl = "5m", FailSafe = "7d")]
    public partial Task<CollectionStatistics?> GetStatisticsAsync(string username, CancellationToken ct = default);

    [Cached(Key = "search:{query|norm}:{page}", Ttl = "15m", FailSafe = "7d")]
    public partial Task<SearchPage> SearchAsync(string query, int page = 1, CancellationToken ct = default);

    private Task<Release?> GetReleaseCoreAsync(int id, CancellationToken ct) => api.FindReleaseAsync(id, ct);

    private Task<Profile?> GetProfileCoreAsync(string username, CancellationToken ct) => api.FindProfileAsync(username, ct);

    private Task<CollectionPage?> GetCollectionPageCoreAsync(string username, int page, string? sort, CancellationToken ct) =>
        api.FindCollectionPageAsync(username, page, sort ?? "added", ct);

    // Through the cached page method: who has browsed the collection has already paid for its statistics.
    private async Task<CollectionStatistics?> GetStatisticsCoreAsync(string username, CancellationToken ct)
    {
        var page = await GetCollectionPageAsync(username, page: 1, ct: ct);
        if (page is null)
            return null;

        var items = page.Releases.ToList();
        for (var next = 2; next <= page.Pagination.Pages; next++)
        {
            if (await GetCollectionPageAsync(username, next, ct: ct) is { } following)
                items.AddRange(following.Releases);
        }

        return CollectionStatistics.Of(username, items);
    }

    private Task<SearchPage> SearchCoreAsync(string query, int page, CancellationToken ct) => api.SearchAsync(query, page, ct);
}
