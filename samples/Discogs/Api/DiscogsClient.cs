using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace Discogs.Api;

/// <summary>The Discogs API over HTTP, uncached.</summary>
public sealed class DiscogsClient(HttpClient http, TimeProvider time) : IDiscogsApi
{
    /// <summary>The most that Discogs puts on one page.</summary>
    public const int PageSize = 100;

    // Discogs does not say how long to wait after a 429; these are the pauses of a polite client, after which the user gives up.
    private static readonly TimeSpan[] s_pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)];

    public Task<Release?> FindReleaseAsync(int id, CancellationToken ct = default) =>
        GetAsync($"releases/{id}", DiscogsJson.Default.Release, ct);

    public Task<Profile?> FindProfileAsync(string username, CancellationToken ct = default) =>
        GetAsync($"users/{Uri.EscapeDataString(username)}", DiscogsJson.Default.Profile, ct);

    public Task<CollectionPage?> FindCollectionPageAsync(string username, int page, string sort, CancellationToken ct = default) =>
        GetAsync(
            $"users/{Uri.EscapeDataString(username)}/collection/folders/0/releases"
                + $"?page={page}&per_page={PageSize}&sort={Uri.EscapeDataString(sort)}&sort_order=desc",
            DiscogsJson.Default.CollectionPage,
            ct);

    public async Task<SearchPage> SearchAsync(string query, int page, CancellationToken ct = default) =>
        await GetAsync($"database/search?q={Uri.EscapeDataString(query)}&page={page}&per_page=50", DiscogsJson.Default.SearchPage, ct)
            ?? new SearchPage(new Pagination(page, page - 1, 50, 0), []);

    private async Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        using var response = await SendAsync(path, ct);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            throw new RateLimitedException(response.Headers.RetryAfter?.Delta);

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(type, ct);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var response = await http.GetAsync(path, ct);
            if (response.StatusCode != HttpStatusCode.TooManyRequests || attempt == s_pauses.Length)
                return response;

            var pause = response.Headers.RetryAfter?.Delta ?? s_pauses[attempt];
            response.Dispose();
            await Task.Delay(pause, time, ct);
        }
    }
}
