using System.Globalization;
using System.Net;
using System.Text;

#pragma warning disable CG2006 // A biography under "track:v2" would need an artist called "track".

namespace CacheGen.Language.Tests.Spotify;

/// <summary>A DJ's view of Spotify and its neighbours: tempo 90 days, tracks 24 hours, misses 5 minutes, ten calls at a time.</summary>
[CachePrefix("spotify")]
[CacheDefaults(MissTtl = "5m", FailSafe = "7d", RateLimit = "spotify", Profile = "spotify", NeverServeStaleOn = new[] { typeof(TrackGoneException) })]
public sealed partial class SpotifyCatalog(ISpotifyApi api, MethodCache cache)
{
    [Cached(Key = "track:{id}", Ttl = "24h", Tags = new[] { "track:{id}" }, Batch = nameof(GetTracksAsync), BatchWindow = "5ms")]
    public partial Task<Track?> GetTrackAsync(string id, CancellationToken ct = default);

    [CachedBatch(Of = nameof(GetTrackAsync), MaxBatch = 2, MaxParallel = 2, Source = nameof(LoadTracksAsync))]
    public partial Task<IReadOnlyDictionary<string, Track>> GetTracksAsync(IReadOnlyCollection<string> ids, CancellationToken ct = default);

    private Task<IReadOnlyDictionary<string, Track>> LoadTracksAsync(IReadOnlyCollection<string> ids, CancellationToken ct) => api.GetTracksAsync(ids, ct);

    [CachedBatch(Ttl = "7d", KeyOf = nameof(IdOf))]
    public partial Task<IReadOnlyList<Track>> GetTracksInOrderAsync(IReadOnlyList<string> ids, CancellationToken ct = default);

    private async Task<IReadOnlyList<Track>> GetTracksInOrderCoreAsync(IReadOnlyList<string> ids, CancellationToken ct) => [.. (await api.GetTracksAsync(ids, ct)).Values];

    private static string IdOf(Track track) => track.Id;

    [Cached(Key = "tempo:{isrc|Compact|upper}", Ttl = "90d", MissTtl = "5m", Jitter = "1d")]
    public partial Task<double?> GetTempoAsync(string isrc, [NotInKey] string traceId, CancellationToken ct = default);

    private Task<double?> GetTempoCoreAsync(string isrc, string traceId, CancellationToken ct) => api.FindTempoAsync(Compact(isrc).ToUpperInvariant(), ct);

    /// <summary>Codes are printed with dashes, and stored without.</summary>
    private static string Compact(string isrc) => isrc.Replace("-", "", StringComparison.Ordinal);

    [Cached(KeyFrom = nameof(BiographyKey), Ttl = "7d", Version = 2, SoftTimeout = "2s", HardTimeout = "20s", RefreshAfter = "5d")]
    public partial Task<string?> GetBiographyAsync(string artist, CultureInfo language, CancellationToken ct = default);

    private Task<string?> GetBiographyCoreAsync(string artist, CultureInfo language, CancellationToken ct) => api.FindBiographyAsync(artist, ct);

    /// <summary>Accents do not make another artist, and a language is its name.</summary>
    private static string BiographyKey(string artist, CultureInfo language) =>
        $"{string.Concat(artist.Normalize(NormalizationForm.FormD).Where(char.IsAscii))}/{language.Name}";

    [Cached(Ttl = "30m", MaxItems = 1_000)]
    public partial IAsyncEnumerable<Track> LibraryAsync(string user, CancellationToken ct = default);

    private IAsyncEnumerable<Track> LibraryCoreAsync(string user, CancellationToken ct) => api.EnumerateLibraryAsync(user, ct);
}

public sealed class TrackGoneException() : HttpRequestException("410", null, HttpStatusCode.Gone);
