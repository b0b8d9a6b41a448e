using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Dj.Http;

namespace Dj.Deezer;

/// <summary>Deezer's API over HTTP, uncached.</summary>
public sealed class DeezerClient(HttpClient http) : IDeezerApi
{
    // The most that Deezer puts on one page. No recording is on so many albums within six seconds that there would be a second one.
    private const int PageSize = 100;

    // Pressings of one recording fade out at different moments; other versions differ by more.
    private const int Tolerance = 3;

    private readonly UpstreamHttp _http = new(Upstreams.Deezer, http);

    public async Task<DeezerTrack?> GetByIsrcAsync(string isrc, CancellationToken ct = default) =>
        string.IsNullOrWhiteSpace(isrc)
            ? null
            : (await GetAsync($"track/isrc:{RelativeUri.Segment(isrc)}", DeezerJson.Default.TrackDocument, ct))?.ToTrack();

    public async Task<DeezerTrack?> GetTrackAsync(long id, CancellationToken ct = default) =>
        (await GetAsync(string.Create(CultureInfo.InvariantCulture, $"track/{id}"), DeezerJson.Default.TrackDocument, ct))?.ToTrack();

    public Task<IReadOnlyList<DeezerHit>> SearchByIsrcAsync(string isrc, int seconds, CancellationToken ct = default) =>
        SearchAsync($"isrc:{Quote(isrc)}", seconds, ct);

    public Task<IReadOnlyList<DeezerHit>> SearchByNameAsync(string artist, string title, int seconds, CancellationToken ct = default) =>
        SearchAsync($"artist:{Quote(artist)} track:{Quote(title)}", seconds, ct);

    private async Task<IReadOnlyList<DeezerHit>> SearchAsync(string terms, int seconds, CancellationToken ct)
    {
        var (least, most) = (Math.Max(0, seconds - Tolerance), seconds + Tolerance);
        var query = string.Create(CultureInfo.InvariantCulture, $"{terms} dur_min:{least} dur_max:{most}");
        var uri = RelativeUri.Of("search", ("q", query), ("limit", RelativeUri.Number(PageSize)));
        var hits = await GetAsync(uri, DeezerJson.Default.SearchDocument, ct);
        return [.. (hits?.Data ?? []).Where(hit => hit.Duration >= least && hit.Duration <= most).Select(static hit => hit.ToHit())];
    }

    private async Task<T?> GetAsync<T>(string uri, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var answer = await _http.GetAsync(uri, ct);

        // Deezer says with 200 that something is wrong.
        return answer.TryRead(DeezerJson.Default.ErrorDocument)?.Error is { } error ? JudgeError(answer, error)
            : answer.IsSuccess ? answer.Read(type)
            : throw answer.Failure();

        static T? JudgeError(UpstreamAnswer answer, ErrorDetails error) => error.Code switch
        {
            ErrorDetails.NoData => null,
            ErrorDetails.Quota => throw answer.Refusal(error.Message),
            _ => throw answer.FailureOf($"{error.Message} ({error.Type}, code {error.Code})"),
        };
    }

    // There is no way to write a quotation mark between quotation marks; Deezer finds names without it as well.
    private static string Quote(string text) => $"\"{text.Replace('"', ' ').Trim()}\"";
}
