using System.Net;

namespace Dj.Metering;

/// <summary>Counts what an HTTP client sends to an upstream.</summary>
/// <remarks>Deezer and Last.fm tell of refusals in the document, and MusicBrainz by 503: <paramref name="isRefusal"/> reads what is no 429.</remarks>
internal sealed class MeteringHandler(UpstreamMeter meter, Func<HttpResponseMessage, string, bool> isRefusal) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        meter.Begin();
        var refused = false;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            // Buffered here, so that the time of the call is that of the whole answer.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            refused = response.StatusCode == HttpStatusCode.TooManyRequests
                || isRefusal(response, await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }
        finally
        {
            meter.End(refused);
        }
    }
}
