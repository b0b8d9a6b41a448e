using System.Globalization;
using Dj.Upstream.Music;

namespace Dj.Upstream.Deezer;

/// <summary>Tracks as Deezer writes them: in full, and as search does, without ISRC and tempo.</summary>
internal static class DeezerDocuments
{
    public static object Track(DeezerEntry entry)
    {
        var (track, release) = (entry.Track, entry.Release);
        return new
        {
            id = release.Id,
            readable = true,
            title = release.Title,
            title_short = track.RealTitle,
            title_version = Version(entry),
            isrc = release.Isrc,
            link = Page("track", release.Id),
            share = Page("track", release.Id),
            duration = release.Seconds,
            track_position = 1,
            disk_number = 1,
            rank = release.Rank,
            release_date = Date(track),
            explicit_lyrics = false,
            explicit_content_lyrics = 0,
            explicit_content_cover = 0,
            preview = "",
            bpm = release.Bpm,
            gain = -9.4,
            available_countries = new[] { "DE", "FR", "GB", "US" },
            contributors = track.Artists.Select((artist, index) => Contributor(artist, index == 0 ? "Main" : "Featured")),
            md5_image = "",
            artist = Artist(track.Artist),
            album = Album(entry),
            type = "track",
        };
    }

    public static object Hit(DeezerEntry entry)
    {
        var (track, release) = (entry.Track, entry.Release);
        return new
        {
            id = release.Id,
            readable = true,
            title = release.Title,
            title_short = track.RealTitle,
            title_version = Version(entry),
            link = Page("track", release.Id),
            duration = release.Seconds,
            rank = release.Rank,
            explicit_lyrics = false,
            explicit_content_lyrics = 0,
            explicit_content_cover = 0,
            preview = "",
            md5_image = "",
            artist = Artist(track.Artist),
            album = Album(entry),
            type = "track",
        };
    }

    private static object Artist(WorldArtist artist) => new
    {
        id = artist.DeezerId,
        name = artist.Name,
        link = Page("artist", artist.DeezerId),
        picture = $"https://api.deezer.com/artist/{Text(artist.DeezerId)}/image",
        tracklist = $"https://api.deezer.com/artist/{Text(artist.DeezerId)}/top?limit=50",
        type = "artist",
    };

    private static object Contributor(WorldArtist artist, string role) => new
    {
        id = artist.DeezerId,
        name = artist.Name,
        link = Page("artist", artist.DeezerId),
        type = "artist",
        role,
    };

    // An album here is named after its only track, and numbered so.
    private static object Album(DeezerEntry entry) => new
    {
        id = entry.Release.Id,
        title = entry.Release.Album,
        link = Page("album", entry.Release.Id),
        cover = $"https://api.deezer.com/album/{Text(entry.Release.Id)}/image",
        md5_image = "",
        release_date = Date(entry.Track),
        tracklist = $"https://api.deezer.com/album/{Text(entry.Release.Id)}/tracks",
        type = "album",
    };

    private static string Version(DeezerEntry entry) => entry.Release.Title[entry.Track.RealTitle.Length..].Trim();

    private static string Date(WorldTrack track) => track.Album.Released.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Page(string kind, long id) => $"https://www.deezer.com/{kind}/{Text(id)}";

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
