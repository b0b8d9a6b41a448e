using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dj.Http;

namespace Dj.Spotify;

/// <summary>Spotify's accounts over HTTP, uncached.</summary>
/// <param name="http">Prepared for the Web API, which tells whose a token is; tokens come from another address.</param>
/// <param name="settings">That address, and which application this is.</param>
public sealed class SpotifyAccountsClient(HttpClient http, SpotifySettings settings) : ISpotifyAccounts
{
    private readonly UpstreamHttp _http = new(Upstreams.Spotify, http);

    public async Task<AccessToken> GetTokenAsync(CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Accounts, "api/token"))
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.ClientId}:{settings.ClientSecret}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);

        var answer = await _http.SendAsync(request, ct);
        return answer.IsSuccess ? answer.Read(SpotifyJson.Default.TokenDocument).ToToken() : throw SpotifyErrors.OfAccounts(answer);
    }

    // Each is another one here.
    public Task ForgetTokenAsync(AccessToken refused, CancellationToken ct = default) => Task.CompletedTask;

    public async Task<SpotifyUser?> GetMeAsync(string userToken, CancellationToken ct = default)
    {
        // It comes from a stranger, and what no header can hold is no token.
        if (!SpotifyId.CanBeToken(userToken))
            return null;

        using var request = new HttpRequestMessage(HttpMethod.Get, "me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", userToken);
        var answer = await _http.SendAsync(request, ct);
        if (answer.IsSuccess)
            return answer.Read(SpotifyJson.Default.UserDocument).ToUser();

        return answer.Status == HttpStatusCode.Unauthorized ? null : throw SpotifyErrors.OfUser(answer);
    }
}
