using System.Text;
using Dj.Upstream.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dj.Upstream.Spotify;

/// <summary>The accounts service: the client credentials flow. Any application is believed to be one.</summary>
internal static class AccountsEndpoint
{
    public const string Path = "/spotify-accounts/";

    public static void Map(IEndpointRouteBuilder app, ApiGate gate, Tokens tokens) =>
        app.MapPost(Path + "api/token", (HttpRequest request) => GiveAsync(request, tokens)).WithMetadata(
            new EndpointMetadata(gate, SimulatedApi.Token, 150) { IsLimited = false, Unavailable = Unavailable });

    private static async Task<IResult> GiveAsync(HttpRequest request, Tokens tokens)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        if (form["grant_type"] != "client_credentials")
            return SpotifyErrors.OAuth("unsupported_grant_type", "grant_type must be client_credentials");
        if (!HasCredentials(request, form))
            return SpotifyErrors.OAuth("invalid_client", "Invalid client");

        return Results.Json(new
        {
            access_token = tokens.Give(),
            token_type = "Bearer",
            expires_in = (int)Tokens.Lifetime.TotalSeconds,
        });
    }

    // In the header, or in the form as some clients do.
    private static bool HasCredentials(HttpRequest request, IFormCollection form)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return form["client_id"] is [{ Length: > 0 }] && form["client_secret"] is [{ Length: > 0 }];

        var encoded = header["Basic ".Length..].Trim();
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var written)
            && Encoding.UTF8.GetString(bytes, 0, written).Split(':', 2) is [{ Length: > 0 }, { Length: > 0 }];
    }

    private static IResult Unavailable() =>
        SpotifyErrors.OAuth("temporarily_unavailable", "Service unavailable", StatusCodes.Status503ServiceUnavailable);
}
