namespace Dj.Upstream;

/// <summary>How the four simulated APIs are set up.</summary>
public sealed record UpstreamOptions
{
    /// <summary>The seed of the music and of the latencies: the same seed answers the same.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The clock of the limits, of the latencies and of what tokens and edits are dated by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether answers take as long as the real ones do. Tests on a manual clock switch it off.</summary>
    public bool SimulateLatency { get; init; } = true;

    /// <summary>Where to listen. Port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>How many calls each API answers before it refuses.</summary>
    public UpstreamLimits Limits { get; init; } = UpstreamLimits.AsMeasured;
}
