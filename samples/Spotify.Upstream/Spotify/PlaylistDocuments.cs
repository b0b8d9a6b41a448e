using System.Globalization;
using Dj.Upstream.Http;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Spotify;

/// <summary>Playlists and their pages as the Web API writes them.</summary>
internal sealed class PlaylistDocuments(MusicWorld world, HttpRequest request)
{
    /// <summary>How many entries come with the playlist itself, and with a page where nobody says.</summary>
    public const int PageSize = 100;

    private readonly SpotifyDocuments _documents = new(request);

    public object Playlist(WorldPlaylist playlist)
    {
        var state = playlist.State;
        return new
        {
            collaborative = false,
            description = playlist.Description,
            external_urls = SpotifyDocuments.Page("playlist", playlist.Id),
            followers = new { href = (string?)null, total = 3 },
            href = _documents.Link("playlists", playlist.Id),
            id = playlist.Id,
            images = Array.Empty<object>(),
            name = playlist.Name,
            owner = _documents.Mention(playlist.OwnerId, world.FindUser(playlist.OwnerId)?.DisplayName),
            primary_color = (string?)null,
            @public = true,
            snapshot_id = state.SnapshotId,
            tracks = Page(playlist, state, 0, PageSize),
            type = "playlist",
            uri = "spotify:playlist:" + playlist.Id,
        };
    }

    public object Page(WorldPlaylist playlist, int offset, int limit) => Page(playlist, playlist.State, offset, limit);

    private object Page(WorldPlaylist playlist, PlaylistState state, int offset, int limit) =>
        Paging.Page(_documents.Link("playlists", playlist.Id) + "/tracks", state.Entries, offset, limit, Entry);

    private object Entry(PlaylistEntry entry) => new
    {
        added_at = entry.AddedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        added_by = new
        {
            external_urls = SpotifyDocuments.Page("user", entry.AddedBy),
            href = _documents.Link("users", entry.AddedBy),
            id = entry.AddedBy,
            type = "user",
            uri = "spotify:user:" + entry.AddedBy,
        },
        is_local = entry.Kind == EntryKind.LocalFile,
        primary_color = (string?)null,
        track = entry.Kind switch
        {
            EntryKind.Track => _documents.Track(entry.Track!),
            EntryKind.Episode => Episode(),
            EntryKind.LocalFile => LocalFile(),
            _ => null,
        },
        video_thumbnail = new { url = (string?)null },
    };

    private static object Episode() => new
    {
        album = new { name = "A podcast about records", type = "show" },
        artists = Array.Empty<object>(),
        duration_ms = 3_141_592,
        episode = true,
        @explicit = false,
        external_ids = new { },
        id = "512ojhOuo1ktJprKbVcKyQ",
        is_local = false,
        name = "How records are pressed",
        popularity = 0,
        track = false,
        type = "episode",
        uri = "spotify:episode:512ojhOuo1ktJprKbVcKyQ",
    };

    private static object LocalFile() => new
    {
        album = new { album_type = (string?)null, artists = Array.Empty<object>(), id = (string?)null, name = "Demo", type = "album" },
        artists = new[] { new { id = (string?)null, name = "My band", type = "artist", uri = (string?)null } },
        disc_number = 0,
        duration_ms = 181_000,
        @explicit = false,
        external_ids = new { },
        id = (string?)null,
        is_local = true,
        name = "Take 3",
        popularity = 0,
        track_number = 0,
        type = "track",
        uri = "spotify:local:My+band:Demo:Take+3:181",
    };
}
