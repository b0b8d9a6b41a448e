using Samples;

namespace Discogs.Upstream.Http;

/// <summary>How long an answer takes, by kind of endpoint.</summary>
internal sealed class Latency(UpstreamOptions options)
{
    /// <summary>
    /// Waits as long as Discogs would. The same address always takes as long, so that a run does not depend on who came first.
    /// </summary>
    public Task WaitAsync(EndpointKind kind, string address, CancellationToken ct)
    {
        if (!options.SimulateLatency)
            return Task.CompletedTask;

        var (least, most) = kind switch
        {
            EndpointKind.Collection => (200, 500),
            EndpointKind.Release => (100, 300),
            EndpointKind.Search => (300, 800),
            EndpointKind.Profile => (100, 200),
            _ => (100, 300),
        };
        var share = StableHash.Of(address, options.Seed) % 1_000 / 1_000.0;
        return Task.Delay(TimeSpan.FromMilliseconds(least + (share * (most - least))), options.TimeProvider, ct);
    }
}
