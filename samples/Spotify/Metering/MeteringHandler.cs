namespace Dj.Metering;

/// <summary>Counts what an HTTP client sends to an upstream.</summary>
internal sealed class MeteringHandler(UpstreamMeter meter) : DelegatingHandler
{
    // Refusals are told in as many ways as there are upstreams: whoever reads the answer tells the meter, which comes with the request.
    private static readonly HttpRequestOptionsKey<UpstreamMeter> s_meter = new(nameof(UpstreamMeter));

    public static void AddRefused(HttpRequestMessage? request)
    {
        if (request is not null && request.Options.TryGetValue(s_meter, out var meter))
            meter.AddRefused();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.Set(s_meter, meter);
        meter.Begin();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            // Buffered here, so that the time of the call is that of the whole answer.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
        finally
        {
            meter.End();
        }
    }
}
