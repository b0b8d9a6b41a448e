using System.Globalization;
using Dj.Upstream.Http;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dj.Upstream.MusicBrainz;

/// <summary>The search for recordings. It speaks JSON only, where MusicBrainz has XML too.</summary>
internal sealed class RecordingEndpoint(MusicWorld world, TimeProvider time)
{
    private const string Root = "/musicbrainz/ws/2/";
    private const int DefaultLimit = 25;
    private const int MostAtATime = 100;
    private const int Milliseconds = 400;

    private readonly RecordingSearch _search = new(world);

    public void Map(IEndpointRouteBuilder app, ApiGate gate)
    {
        app.MapGet(Root + "recording", Answer).WithMetadata(new EndpointMetadata(gate, "recording", Milliseconds));
        app.Map(Root + "{**rest}", MusicBrainzErrors.NotFound).WithMetadata(new EndpointMetadata(gate, "other", Milliseconds));
    }

    private IResult Answer(HttpRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Headers.UserAgent))
            return MusicBrainzErrors.NoUserAgent();
        if (!WantsJson(request))
            return MusicBrainzErrors.NotAcceptable();
        if (request.Query["query"].ToString() is not { Length: > 0 } query)
            return MusicBrainzErrors.BadQuery("A query must be specified");
        if (RecordingQuery.Parse(query) is not { } conditions || _search.Find(conditions) is not { } found)
            return MusicBrainzErrors.BadQuery("Unable to parse search: " + query);

        var limit = Math.Clamp(request.Number("limit", DefaultLimit) ?? DefaultLimit, 1, MostAtATime);
        var offset = Math.Max(0, request.Number("offset", 0) ?? 0);
        return Results.Json(new
        {
            created = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            count = found.Count,
            offset,
            recordings = found.Skip(offset).Take(limit).Select(RecordingDocuments.Recording),
        });
    }

    // The parameter goes before the header.
    private static bool WantsJson(HttpRequest request) => request.Query["fmt"].ToString() is { Length: > 0 } format
        ? format == "json"
        : request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
}
