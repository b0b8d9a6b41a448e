using Dj.Upstream.Http;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dj.Upstream.LastFm;

/// <summary>Last.fm has one address; which method is meant is a parameter. Any key will do, but there must be one.</summary>
internal sealed class LastFmEndpoint(MusicWorld world)
{
    private const int Milliseconds = 450;
    private const int MostSimilar = 100;

    private static readonly string[] s_methods =
        ["track.getCorrection", "track.getInfo", "track.getTopTags", "track.getSimilar", "artist.getInfo"];

    private readonly LastFmCatalogue _catalogue = new(world);

    public void Map(IEndpointRouteBuilder app, ApiGate gate) =>
        app.MapGet("/lastfm/2.0", Answer).WithMetadata(new EndpointMetadata(gate, request => Method(request) ?? "other", Milliseconds));

    private IResult Answer(HttpRequest request)
    {
        if (!string.Equals(request.Query["format"], "json", StringComparison.OrdinalIgnoreCase))
            return LastFmErrors.NoSuchFormat();
        if (request.Query["api_key"].ToString().Length == 0)
            return LastFmErrors.InvalidKey();

        return Method(request) switch
        {
            null => LastFmErrors.NoSuchMethod(),
            "track.getCorrection" => WithNames(request, Correction),
            "track.getInfo" => WithTrack(request, LastFmDocuments.Track),
            "track.getTopTags" => WithTrack(request, LastFmDocuments.TopTags),
            "track.getSimilar" => WithTrack(request, track => Similar(request, track)),
            _ => WithArtist(request),
        };
    }

    // A right name comes back as it is. What there is none of comes back in one of two ways, whichever of the names is not known.
    private IResult Correction(string artist, string title)
    {
        if (_catalogue.FindArtist(artist, correct: true) is null)
            return Results.Json(LastFmDocuments.EmptyCorrection());

        return Results.Json(_catalogue.FindTrack(artist, title, correct: true) is { } track
            ? LastFmDocuments.Correction(track, !track.IsBy(artist), !track.IsCalled(track.Artist, title))
            : LastFmDocuments.NoCorrections());
    }

    private object Similar(HttpRequest request, LastFmTrack track)
    {
        var limit = Math.Clamp(request.Number("limit", MostSimilar) ?? MostSimilar, 1, MostSimilar);
        return LastFmDocuments.Similar(track, [.. _catalogue.SimilarTo(track).Take(limit)]);
    }

    private IResult WithTrack(HttpRequest request, Func<LastFmTrack, object> toDocument) => WithNames(request, (artist, title) =>
        _catalogue.FindTrack(artist, title, Corrects(request)) is { } track
            ? Results.Json(toDocument(track))
            : LastFmErrors.TrackNotFound());

    private static IResult WithNames(HttpRequest request, Func<string, string, IResult> answer) =>
        request.Query["artist"].ToString() is { Length: > 0 } artist && request.Query["track"].ToString() is { Length: > 0 } title
            ? answer(artist, title)
            : LastFmErrors.MissingParameter();

    private IResult WithArtist(HttpRequest request) =>
        request.Query["artist"].ToString() is not { Length: > 0 } name ? LastFmErrors.MissingParameter()
        : _catalogue.FindArtist(name, Corrects(request)) is { } artist
            ? Results.Json(LastFmDocuments.Artist(artist, _catalogue.SimilarTo(artist)))
            : LastFmErrors.ArtistNotFound();

    private static bool Corrects(HttpRequest request) => request.Query["autocorrect"] == "1";

    private static string? Method(HttpRequest request) =>
        Array.Find(s_methods, method => string.Equals(method, request.Query["method"], StringComparison.OrdinalIgnoreCase));
}
