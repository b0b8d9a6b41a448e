using System.Globalization;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Spotify;

/// <summary>Tracks, features and users as the Web API writes them. Names and nesting are the documentation's.</summary>
internal sealed class SpotifyDocuments(HttpRequest request)
{
    private readonly string _root = $"{request.Scheme}://{request.Host}/spotify/v1";

    public object Track(WorldTrack track) => new
    {
        album = Album(track),
        artists = track.Artists.Select(Artist),
        available_markets = Array.Empty<string>(),
        disc_number = 1,
        duration_ms = track.DurationMs,
        @explicit = false,
        external_ids = ExternalIds(track.Isrc),
        external_urls = Page("track", track.Id),
        href = Link("tracks", track.Id),
        id = track.Id,
        is_local = false,
        name = track.Title,
        popularity = track.Popularity,
        preview_url = (string?)null,
        track_number = 1,
        type = "track",
        uri = track.Uri,
    };

    public object Features(WorldTrack track, WorldFeatures features) => new
    {
        danceability = features.Danceability,
        energy = features.Energy,
        key = features.Key,
        loudness = features.Loudness,
        mode = features.Mode,
        speechiness = 0.05,
        acousticness = features.Acousticness,
        instrumentalness = 0.1,
        liveness = 0.12,
        valence = features.Valence,
        tempo = features.Tempo,
        type = "audio_features",
        id = track.Id,
        uri = track.Uri,
        track_href = Link("tracks", track.Id),
        analysis_url = Link("audio-analysis", track.Id),
        duration_ms = track.DurationMs,
        time_signature = 4,
    };

    public object User(WorldUser user) => new
    {
        display_name = user.DisplayName,
        external_urls = Page("user", user.Id),
        followers = new { href = (string?)null, total = 12 },
        href = Link("users", user.Id),
        id = user.Id,
        images = Array.Empty<object>(),
        type = "user",
        uri = "spotify:user:" + user.Id,
    };

    /// <summary>A user as other documents mention him.</summary>
    public object Mention(string userId, string? displayName) => new
    {
        display_name = displayName,
        external_urls = Page("user", userId),
        href = Link("users", userId),
        id = userId,
        type = "user",
        uri = "spotify:user:" + userId,
    };

    public string Link(string kind, string id) => $"{_root}/{kind}/{Uri.EscapeDataString(id)}";

    /// <summary>The page on the web site, which the simulator has none of: always Spotify's own.</summary>
    public static object Page(string kind, string id) => new { spotify = $"https://open.spotify.com/{kind}/{id}" };

    private object Album(WorldTrack track) => new
    {
        album_type = "album",
        artists = new[] { Artist(track.Artist) },
        available_markets = Array.Empty<string>(),
        external_urls = Page("album", track.Album.Id),
        href = Link("albums", track.Album.Id),
        id = track.Album.Id,
        images = Array.Empty<object>(),
        name = track.Album.Title,
        release_date = track.Album.Released.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        release_date_precision = "day",
        total_tracks = 8,
        type = "album",
        uri = "spotify:album:" + track.Album.Id,
    };

    private object Artist(WorldArtist artist) => new
    {
        external_urls = Page("artist", artist.Id),
        href = Link("artists", artist.Id),
        id = artist.Id,
        name = artist.SpotifyName,
        type = "artist",
        uri = "spotify:artist:" + artist.Id,
    };

    // Where there is none it is absent, not null.
    private static Dictionary<string, string> ExternalIds(string? isrc) => isrc is null ? [] : new() { ["isrc"] = isrc };
}
