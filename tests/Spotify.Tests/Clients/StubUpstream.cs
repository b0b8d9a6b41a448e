using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using Dj.Http;
using Dj.Spotify;

namespace Dj.Tests.Clients;

/// <summary>Gives one answer to every call, and remembers the calls.</summary>
internal sealed class StubUpstream(string body = "{}", HttpStatusCode status = HttpStatusCode.OK) : HttpMessageHandler
{
    public List<StubCall> Calls { get; } = [];

    public StubCall Call => Assert.Single(Calls);

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What happens in place of an answer.</summary>
    public Func<CancellationToken, Task>? Instead { get; init; }

    public HttpClient CreateClient(string address)
    {
        var http = new HttpClient(this);
        UpstreamConnection.Apply(http, new Uri(address));
        return http;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Add(new StubCall(request.Method, request.RequestUri!, request.Headers, sent));
        if (Instead is not null)
            await Instead(cancellationToken);

        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);

        return response;
    }
}

internal sealed record StubCall(HttpMethod Method, Uri Uri, HttpRequestHeaders Headers, string Body)
{
    /// <summary>The address as a person would read it.</summary>
    public string Address => Uri.UnescapeDataString(Uri.AbsoluteUri);
}

/// <summary>Gives the same token to all, who hold it for the application's.</summary>
internal sealed class StubAccounts : ISpotifyAccounts
{
    public int Tokens { get; private set; }

    public Task<AccessToken> GetTokenAsync(CancellationToken ct = default)
    {
        Tokens++;
        return Task.FromResult(new AccessToken("app-token", TimeSpan.FromHours(1)));
    }

    public Task ForgetTokenAsync(AccessToken refused, CancellationToken ct = default) => Task.CompletedTask;

    public Task<SpotifyUser?> GetMeAsync(string userToken, CancellationToken ct = default) => throw new NotSupportedException();
}
