using System.Text.Json.Serialization.Metadata;
using Dj.Http;

namespace Dj.LastFm;

/// <summary>Last.fm's API over HTTP, uncached.</summary>
public sealed class LastFmClient(HttpClient http, LastFmSettings settings) : ILastFmApi
{
    /// <summary>How many similar tracks are asked for: Last.fm would send a hundred.</summary>
    public const int SimilarTracks = 20;

    private readonly UpstreamHttp _http = new(Upstreams.LastFm, http);

    public async Task<Correction?> GetCorrectionAsync(string artist, string track, CancellationToken ct = default)
    {
        var type = LastFmJson.Default.CorrectionsDocument;
        var document = await GetAsync("track.getCorrection", type, ct, ("artist", artist), ("track", track));
        return document?.ToCorrection();
    }

    public async Task<TrackInfo?> GetTrackInfoAsync(string artist, string track, CancellationToken ct = default)
    {
        var document = await GetAsync("track.getInfo", LastFmJson.Default.TrackInfoDocument, ct, ("artist", artist), ("track", track));
        return document?.Track.ToInfo();
    }

    public async Task<IReadOnlyList<Tag>> GetTopTagsAsync(string artist, string track, CancellationToken ct = default)
    {
        var document = await GetAsync("track.getTopTags", LastFmJson.Default.TopTagsDocument, ct, ("artist", artist), ("track", track));
        return document?.ToTags() ?? [];
    }

    public async Task<IReadOnlyList<SimilarTrack>> GetSimilarTracksAsync(string artist, string track, CancellationToken ct = default)
    {
        var document = await GetAsync(
            "track.getSimilar",
            LastFmJson.Default.SimilarTracksDocument,
            ct,
            ("artist", artist),
            ("track", track),
            ("limit", RelativeUri.Number(SimilarTracks)));
        return document?.ToTracks() ?? [];
    }

    public async Task<ArtistInfo?> GetArtistInfoAsync(string artist, CancellationToken ct = default)
    {
        var document = await GetAsync("artist.getInfo", LastFmJson.Default.ArtistInfoDocument, ct, ("artist", artist));
        return document?.Artist.ToInfo();
    }

    private async Task<T?> GetAsync<T>(
        string method, JsonTypeInfo<T> type, CancellationToken ct, params (string Name, string Value)[] parameters)
        where T : class
    {
        var uri = RelativeUri.Of("", [("method", method), .. parameters, ("api_key", settings.Key), ("format", "json")]);
        var answer = await _http.GetAsync(uri, ct);

        // What is wrong is told in the body, with 200 or with a status that fits.
        return answer.TryRead(LastFmJson.Default.ErrorDocument) is { Error: not 0 } error ? JudgeError(answer, error)
            : answer.IsSuccess ? answer.Read(type)
            : throw answer.Failure();

        static T? JudgeError(UpstreamAnswer answer, ErrorDocument error) => error.Error switch
        {
            ErrorDocument.NoSuchThing => null,
            ErrorDocument.TooManyCalls => throw answer.Refusal(error.Message),
            ErrorDocument.WrongKey or ErrorDocument.SuspendedKey => throw answer.FailureOf($"{error.Message} (check LASTFM_API_KEY)"),
            _ => throw answer.FailureOf($"{error.Message} (error {error.Error})"),
        };
    }
}
