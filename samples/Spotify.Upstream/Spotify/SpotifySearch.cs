using Dj.Upstream.Http;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Spotify;

/// <summary>
/// Search among tracks: words in title, artists or album, and the field filters <c>artist:</c>, <c>track:</c>, <c>album:</c> and
/// <c>isrc:</c>. The most popular come first.
/// </summary>
internal sealed class SpotifySearch(MusicWorld world)
{
    private const int DefaultLimit = 20;
    private const int MostAtATime = 50;
    private const int MostInAll = 1_000;

    private readonly WorldTrack[] _tracks = [.. world.Tracks.OrderByDescending(track => track.Popularity)];

    public IResult Answer(HttpRequest request)
    {
        // Links to other pages have it written out.
        var query = request.Query["q"].ToString() is { Length: > 0 } q ? q : request.Query["query"].ToString();
        if (string.IsNullOrWhiteSpace(query))
            return SpotifyErrors.Bad("No search query");
        if (request.Query["type"].ToString() is not "track" and var type)
            return SpotifyErrors.Bad(type.Length == 0 ? "Missing parameter type" : "Bad search type field " + type);
        if (request.Number("limit", DefaultLimit) is not (>= 1 and <= MostAtATime and var limit))
            return SpotifyErrors.Bad("Invalid limit");
        if (request.Number("offset", 0) is not (>= 0 and < MostInAll and var offset))
            return SpotifyErrors.Bad("Invalid offset");

        var terms = SearchText.Parse(query);
        WorldTrack[] found = [.. _tracks.Where(track => terms.All(term => Matches(track, term))).Take(MostInAll)];
        var address = $"{request.Scheme}://{request.Host}{request.Path}?query={Uri.EscapeDataString(query)}&type=track";
        return Results.Json(new { tracks = Paging.Page(address, found, offset, limit, new SpotifyDocuments(request).Track) });
    }

    private static bool Matches(WorldTrack track, SearchTerm term)
    {
        var artists = string.Join(' ', track.Artists.Select(artist => artist.SpotifyName));
        return term.Field switch
        {
            "artist" => Words.ContainsAll(artists, term.Text),
            "track" => Words.ContainsAll(track.Title, term.Text),
            "album" => Words.ContainsAll(track.Album.Title, term.Text),
            "isrc" => string.Equals(track.Isrc, term.Text, StringComparison.OrdinalIgnoreCase),
            _ => Words.ContainsAll($"{track.Title} {artists} {track.Album.Title}", term.Text),
        };
    }
}
