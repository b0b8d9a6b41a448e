using System.Text.Json;
using Dj.Upstream.Http;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Spotify;

/// <summary>What an edit of a playlist asks for.</summary>
internal sealed record EditBody(IReadOnlyList<string> Uris, int? Position = null, string? SnapshotId = null)
{
    private const int Most = 100;
    private const string TrackUri = "spotify:track:";

    public IReadOnlyList<string> TrackIds => [.. Uris.Select(uri => uri[TrackUri.Length..])];

    /// <summary>What is to be added stands in the body or, in short, in the query.</summary>
    public static EditBody? OfAdd(HttpRequest request, JsonElement body)
    {
        if (request.Query["uris"].ToString() is { Length: > 0 } inQuery)
        {
            var at = request.Number("position", -1);
            return new EditBody(inQuery.Split(','), request.Query.ContainsKey("position") ? at : null);
        }

        return Strings(body, "uris", uri => uri) is { } uris
            ? new EditBody(uris, body.TryGetProperty("position", out var position) && position.TryGetInt32(out var place) ? place : null)
            : null;
    }

    public static EditBody? OfRemove(JsonElement body)
    {
        return Strings(body, "tracks", Uri) is { } uris
            ? new EditBody(uris, SnapshotId: body.TryGetProperty("snapshot_id", out var snapshot) ? snapshot.ToString() : null)
            : null;

        static JsonElement Uri(JsonElement track) =>
            track.ValueKind == JsonValueKind.Object && track.TryGetProperty("uri", out var uri) ? uri : default;
    }

    /// <summary>Null where there is none.</summary>
    public IResult? Problem(MusicWorld world)
    {
        if (Uris.Count > Most)
            return SpotifyErrors.Bad("You can add a maximum of 100 tracks per request.");
        if (Uris.FirstOrDefault(uri => !uri.StartsWith(TrackUri, StringComparison.Ordinal)) is { } other)
            return SpotifyErrors.Bad("Invalid track uri: " + other);

        return TrackIds.Any(id => world.FindTrack(id) is null) ? SpotifyErrors.Bad("Payload contains a non-existing ID") : null;
    }

    private static string[]? Strings(JsonElement body, string name, Func<JsonElement, JsonElement> toString) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            && list.GetArrayLength() > 0
            ? [.. list.EnumerateArray().Select(toString).Select(text => text.ValueKind == JsonValueKind.String ? text.GetString()! : "")]
            : null;
}
