using Dj.Upstream.Http;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dj.Upstream.Deezer;

/// <summary>Tracks by id and by ISRC, and search.</summary>
internal sealed class DeezerEndpoints
{
    private const string Root = "/deezer/";
    private const string IsrcPrefix = "isrc:";
    private const int Milliseconds = 350;

    private readonly Dictionary<long, DeezerEntry> _byId;
    private readonly Dictionary<string, DeezerEntry> _byIsrc;
    private readonly DeezerSearch _search;

    public DeezerEndpoints(MusicWorld world)
    {
        DeezerEntry[] all = [.. world.Tracks.SelectMany(track => track.OnDeezer, (track, release) => new DeezerEntry(track, release))];
        _byId = all.ToDictionary(entry => entry.Release.Id);
        _byIsrc = all.GroupBy(entry => entry.Release.Isrc, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(entries => entries.Key, entries => entries.First(), StringComparer.OrdinalIgnoreCase);
        _search = new DeezerSearch(all);
    }

    public void Map(IEndpointRouteBuilder app, ApiGate gate)
    {
        app.MapGet(Root + "track/{id}", Track).WithMetadata(new EndpointMetadata(gate, TrackOrIsrc, Milliseconds));
        app.MapGet(Root + "search", _search.Answer).WithMetadata(new EndpointMetadata(gate, "search", Milliseconds));
        app.MapGet(Root + "search/track", _search.Answer).WithMetadata(new EndpointMetadata(gate, "search", Milliseconds));
        app.Map(Root + "{**rest}", (string? rest) => DeezerErrors.InvalidQuery("Unknown path components : /" + rest))
            .WithMetadata(new EndpointMetadata(gate, "other", Milliseconds));
    }

    private IResult Track(string id)
    {
        var found = IsIsrc(id) ? _byIsrc.GetValueOrDefault(id[IsrcPrefix.Length..])
            : long.TryParse(id, out var number) ? _byId.GetValueOrDefault(number)
            : null;
        return found is null ? DeezerErrors.NoData() : Results.Json(DeezerDocuments.Track(found));
    }

    private static string TrackOrIsrc(HttpRequest request) => IsIsrc((string)request.RouteValues["id"]!) ? "isrc" : "track";

    private static bool IsIsrc(string id) => id.StartsWith(IsrcPrefix, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A release, and what it is one of.</summary>
internal sealed record DeezerEntry(WorldTrack Track, DeezerRelease Release);
