using CacheGen;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.Spotify;

/// <summary>Spotify's music. It is always there: after 12 hours whoever asks has it renewed behind his back.</summary>
[CachePrefix("spotify"), CacheDefaults(RateLimit = Upstreams.Spotify)]
public sealed partial class CachedSpotify(SpotifyClient inner, [FromKeyedServices(Caches.Spotify)] MethodCache cache) : ISpotifyApi
{
    [Cached(Key = "playlist:{id}", Ttl = "24h", RefreshAfter = "12h", Tags = new[] { "playlist:{id}" })]
    public partial Task<Playlist?> GetPlaylistAsync(string id, CancellationToken ct = default);

    [Cached(Key = "playlist_tracks:{id}:{offset}", Ttl = "24h", RefreshAfter = "12h", Tags = new[] { "playlist:{id}" })]
    public partial Task<PlaylistPage?> GetPlaylistPageAsync(string id, int offset, CancellationToken ct = default);

    [Cached(Key = "audio_features:{id}", Ttl = "7d", RefreshAfter = "12h", Batch = nameof(GetManyAudioFeaturesAsync), BatchWindow = "20ms")]
    public partial Task<AudioFeatures?> GetAudioFeaturesAsync(string id, CancellationToken ct = default);

    [CachedBatch(Of = nameof(GetAudioFeaturesAsync), MaxBatch = 100)]
    public partial Task<IReadOnlyDictionary<string, AudioFeatures>> GetManyAudioFeaturesAsync(IReadOnlyCollection<string> ids, CancellationToken ct = default);

    // These two live as long as their cache says: 12 hours.

    [Cached(Key = "track:{id}")]
    public partial Task<Track?> GetTrackAsync(string id, CancellationToken ct = default);

    [Cached(Key = "user:{id}")]
    public partial Task<SpotifyUser?> GetUserAsync(string id, CancellationToken ct = default);

    // An edit is a call like any other to who counts calls.

    [Invalidates(Tags = new[] { "playlist:{playlistId}" }, RateLimit = Upstreams.Spotify)]
    public partial Task<string> AddTracksAsync(
        string playlistId, IReadOnlyCollection<string> trackIds, string userToken, CancellationToken ct = default);

    [Invalidates(Tags = new[] { "playlist:{playlistId}" }, RateLimit = Upstreams.Spotify)]
    public partial Task<string> RemoveTracksAsync(
        string playlistId, IReadOnlyCollection<string> trackIds, string userToken, CancellationToken ct = default);

    /// <summary>Forgets a playlist, in case it was edited elsewhere.</summary>
    [Invalidates(Tags = new[] { "playlist:{id}" }, Source = null)]
    public partial Task BustPlaylistAsync(string id, CancellationToken ct = default);
}
