using System.Net.Sockets;

namespace Dj.Http;

/// <summary>
/// Calls an upstream. Whatever comes back is an answer; where nothing does, that is an <see cref="UpstreamException"/>. Calls are not
/// repeated here: that is up to who knows how urgent they are.
/// </summary>
internal sealed class UpstreamHttp(string upstream, HttpClient http)
{
    public async Task<UpstreamAnswer> GetAsync(string uri, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        return await SendAsync(request, ct);
    }

    public async Task<UpstreamAnswer> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var response = await http.SendAsync(request, ct);
            return new UpstreamAnswer(upstream, response, await response.Content.ReadAsByteArrayAsync(ct));
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            // This is how HttpClient says that its own timeout has passed.
            throw new UpstreamException(upstream, "it takes too long", e);
        }
        catch (HttpRequestException e)
        {
            throw new UpstreamException(upstream, Describe(e), e);
        }
    }

    private static string Describe(HttpRequestException failure) => failure switch
    {
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "connection refused",
        { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known here",
        { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection",
        { HttpRequestError: HttpRequestError.ResponseEnded } => "the connection broke off",
        _ => failure.Message,
    };
}
