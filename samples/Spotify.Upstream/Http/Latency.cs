using Samples;

namespace Dj.Upstream.Http;

/// <summary>How long an answer takes: what is usual for the endpoint, up to a tenth more or less.</summary>
internal sealed class Latency(UpstreamOptions options)
{
    private const int Steps = 1_000;

    /// <summary>Waits as long as the real API would.</summary>
    public Task WaitAsync(int milliseconds, string address, CancellationToken ct) => options.SimulateLatency
        ? Task.Delay(Of(milliseconds, address, options.Seed), options.TimeProvider, ct)
        : Task.CompletedTask;

    /// <summary>The same address always takes as long, so that a run does not depend on who came first.</summary>
    public static TimeSpan Of(int milliseconds, string address, int seed)
    {
        var share = StableHash.Of(address, seed) % (Steps + 1) / (double)Steps;
        return TimeSpan.FromMilliseconds(milliseconds * (0.9 + (0.2 * share)));
    }
}
