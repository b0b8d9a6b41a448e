namespace CacheGen.SourceGenerator.Model;

/// <summary>What one method's attribute says, durations in ticks; null where it says nothing.</summary>
internal sealed record PolicyModel
{
    public long? Ttl { get; init; }

    /// <summary>How far a Ttl that learns may grow.</summary>
    public long? MaxTtl { get; init; }

    public long? Jitter { get; init; }

    public long? MissTtl { get; init; }

    public long? MissFailSafe { get; init; }

    public long? FailSafe { get; init; }

    public long? SoftTimeout { get; init; }

    public long? HardTimeout { get; init; }

    public long? RefreshAfter { get; init; }

    /// <summary>Of the method's own room.</summary>
    public int? MaxEntries { get; init; }

    /// <summary>The name of a limiter.</summary>
    public string? RateLimit { get; init; }

    public bool BackgroundScope { get; init; }
}
