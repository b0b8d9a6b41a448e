using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Dj.Http;

namespace Dj.Spotify;

/// <summary>Spotify's Web API over HTTP, uncached.</summary>
public sealed class SpotifyClient(HttpClient http, ISpotifyAccounts accounts) : ISpotifyApi, ISpotifySearch
{
    /// <summary>The most entries that Spotify puts on one page of a playlist.</summary>
    public const int PageSize = 100;

    /// <summary>The most tracks that Spotify takes in one call.</summary>
    public const int MostTracks = 100;

    private const int SearchPageSize = 50;

    // Without these, Spotify would send the first 100 tracks along with the playlist, and the sleeves of all albums with its pages.
    private const string PlaylistFields = "id,name,description,owner(id),snapshot_id,tracks(total)";
    private const string PageFields =
        "offset,total,items(is_local,track(id,name,type,is_local,duration_ms,artists(name),external_ids(isrc)))";

    private readonly UpstreamHttp _http = new(Upstreams.Spotify, http);

    public async Task<Playlist?> GetPlaylistAsync(string id, CancellationToken ct = default) =>
        SpotifyId.IsWellFormed(id)
            ? (await GetAsync(RelativeUri.Of($"playlists/{id}", ("fields", PlaylistFields)), SpotifyJson.Default.PlaylistDocument, ct))
                ?.ToPlaylist()
            : null;

    public async Task<PlaylistPage?> GetPlaylistPageAsync(string id, int offset, CancellationToken ct = default)
    {
        if (!SpotifyId.IsWellFormed(id))
            return null;

        var uri = RelativeUri.Of(
            $"playlists/{id}/tracks",
            ("limit", RelativeUri.Number(PageSize)),
            ("offset", RelativeUri.Number(offset)),
            ("fields", PageFields));
        return (await GetAsync(uri, SpotifyJson.Default.PageDocument, ct))?.ToPage();
    }

    public async Task<AudioFeatures?> GetAudioFeaturesAsync(string id, CancellationToken ct = default) =>
        SpotifyId.IsWellFormed(id)
            ? (await GetAsync($"audio-features/{id}", SpotifyJson.Default.FeaturesDocument, ct))?.ToFeatures()
            : null;

    public async Task<IReadOnlyDictionary<string, AudioFeatures>> GetManyAudioFeaturesAsync(
        IReadOnlyCollection<string> ids, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostTracks, nameof(ids));
        var known = ids.Where(SpotifyId.IsWellFormed).ToList();
        if (known.Count == 0)
            return new Dictionary<string, AudioFeatures>();

        var uri = RelativeUri.Of("audio-features", ("ids", string.Join(',', known)));
        var features = await GetAsync(uri, SpotifyJson.Default.ManyFeaturesDocument, ct);
        return features?.ToDictionary() ?? [];
    }

    public async Task<Track?> GetTrackAsync(string id, CancellationToken ct = default) =>
        SpotifyId.IsWellFormed(id) ? (await GetAsync($"tracks/{id}", SpotifyJson.Default.TrackDocument, ct))?.ToTrack() : null;

    public async Task<SpotifyUser?> GetUserAsync(string id, CancellationToken ct = default) =>
        RelativeUri.CanBeSegment(id)
            ? (await GetAsync($"users/{RelativeUri.Segment(id)}", SpotifyJson.Default.UserDocument, ct))?.ToUser()
            : null;

    public async Task<TrackSearch> SearchTracksAsync(string query, int offset = 0, CancellationToken ct = default)
    {
        var uri = RelativeUri.Of(
            "search",
            ("q", query),
            ("type", "track"),
            ("limit", RelativeUri.Number(SearchPageSize)),
            ("offset", RelativeUri.Number(offset)));
        return (await GetAsync(uri, SpotifyJson.Default.SearchDocument, ct))?.ToSearch() ?? new TrackSearch(offset, 0, []);
    }

    public Task<string> AddTracksAsync(
        string playlistId, IReadOnlyCollection<string> trackIds, string userToken, CancellationToken ct = default) =>
        EditAsync(
            HttpMethod.Post,
            playlistId,
            JsonContent.Create(new AdditionDocument([.. UrisOf(trackIds)]), SpotifyJson.Default.AdditionDocument),
            userToken,
            ct);

    public Task<string> RemoveTracksAsync(
        string playlistId, IReadOnlyCollection<string> trackIds, string userToken, CancellationToken ct = default) =>
        EditAsync(
            HttpMethod.Delete,
            playlistId,
            JsonContent.Create(
                new RemovalDocument([.. UrisOf(trackIds).Select(static uri => new UriDocument(uri))]), SpotifyJson.Default.RemovalDocument),
            userToken,
            ct);

    private async Task<T?> GetAsync<T>(string uri, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var token = await accounts.GetTokenAsync(ct);
        var answer = await SendAsync(uri, token, ct);
        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            // Spotify may end a token before its time.
            await accounts.ForgetTokenAsync(token, ct);
            answer = await SendAsync(uri, await accounts.GetTokenAsync(ct), ct);
        }

        if (answer.IsSuccess)
            return answer.Read(type);

        return SpotifyErrors.SaysNoSuchThing(answer) ? null : throw SpotifyErrors.Of(answer);
    }

    private async Task<UpstreamAnswer> SendAsync(string uri, AccessToken token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return await _http.SendAsync(request, ct);
    }

    private async Task<string> EditAsync(HttpMethod method, string playlistId, HttpContent content, string userToken, CancellationToken ct)
    {
        if (!SpotifyId.CanBeToken(userToken))
            throw new SpotifyRefusalException(HttpStatusCode.Unauthorized, "this is no token");

        using var request = new HttpRequestMessage(method, $"playlists/{RelativeUri.Segment(playlistId)}/tracks") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", userToken);
        var answer = await _http.SendAsync(request, ct);
        return answer.IsSuccess
            ? answer.Read(SpotifyJson.Default.SnapshotDocument).SnapshotId
            : throw SpotifyErrors.OfUser(answer);
    }

    private static IEnumerable<string> UrisOf(IReadOnlyCollection<string> trackIds)
    {
        ArgumentOutOfRangeException.ThrowIfZero(trackIds.Count, nameof(trackIds));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trackIds.Count, MostTracks, nameof(trackIds));
        return trackIds.Select(static id => $"spotify:track:{id}");
    }
}
