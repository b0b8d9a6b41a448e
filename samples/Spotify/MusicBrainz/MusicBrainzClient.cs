using System.Globalization;
using Dj.Http;

namespace Dj.MusicBrainz;

/// <summary>MusicBrainz' API over HTTP, uncached.</summary>
public sealed class MusicBrainzClient(HttpClient http) : IMusicBrainzApi
{
    private const int ToleranceMs = 3000;

    // The best ones come first, but many a recording has no ISRC.
    private const int PageSize = 25;

    private readonly UpstreamHttp _http = new(Upstreams.MusicBrainz, http);

    public async Task<string?> FindIsrcAsync(string artist, string track, int seconds, CancellationToken ct = default)
    {
        var length = seconds * 1000;
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"recording:{Quote(track)} AND artist:{Quote(artist)} AND dur:[{Math.Max(0, length - ToleranceMs)} TO {length + ToleranceMs}]");
        var uri = RelativeUri.Of("recording", ("query", query), ("limit", RelativeUri.Number(PageSize)), ("fmt", "json"));

        var answer = await _http.GetAsync(uri, ct);
        if (!answer.IsSuccess)
            throw FailureOf(answer);

        var recordings = answer.Read(MusicBrainzJson.Default.RecordingsDocument).Recordings ?? [];
        return recordings
            .Where(recording => recording is { Isrc: not null, Length: { } itsLength } && Math.Abs(itsLength - length) <= ToleranceMs)
            .MaxBy(static recording => recording.Score)
            ?.Isrc;
    }

    // MusicBrainz refuses calls with 503, which also says that its servers are too busy: only the text tells which.
    private static UpstreamException FailureOf(UpstreamAnswer answer)
    {
        var said = answer.TryRead(MusicBrainzJson.Default.ErrorDocument)?.Error;
        return said?.Contains("rate limit", StringComparison.OrdinalIgnoreCase) == true ? answer.Refusal(said) : answer.Failure(said);
    }

    // Between quotation marks, Lucene takes all characters as they are but these two.
    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
