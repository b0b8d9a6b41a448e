namespace Discogs.Upstream;

/// <summary>How the simulated Discogs API is set up.</summary>
public sealed record UpstreamOptions
{
    /// <summary>The seed of the catalogue and of the latencies: the same seed answers the same.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The clock of the rate window and of the latencies.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether answers take as long as Discogs' do. Tests on a manual clock switch it off.</summary>
    public bool SimulateLatency { get; init; } = true;

    /// <summary>Where to listen. Port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";
}
