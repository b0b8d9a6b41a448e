namespace CacheGen;

/// <summary>
/// How long the values of one cached method live and what happens when its source is slow or fails.
/// A null means that the cache's default holds (<see cref="Ttl"/>) or that the feature is off (all others).
/// </summary>
public sealed record CachePolicy
{
    /// <summary>How long a value is fresh.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Where the Ttl learns (AdaptiveTtl): how far it may grow from <see cref="Ttl"/>, where it begins. Null: it does not learn.</summary>
    public TimeSpan? MaxTtl { get; init; }

    /// <summary>Up to this much, at random, is added to the Ttl of each value. Misses are not lengthened.</summary>
    public TimeSpan? Jitter { get; init; }

    /// <summary>How long a miss (null) is kept; null: a miss is not stored.</summary>
    public TimeSpan? MissTtl { get; init; }

    /// <summary>How long after its MissTtl a miss may be served when the source fails, times out or refuses; null: not at all.</summary>
    public TimeSpan? MissFailSafe { get; init; }

    /// <summary>How long after its Ttl a value may be served when the source fails, times out or refuses.</summary>
    public TimeSpan? FailSafe { get; init; }

    /// <summary>How long a caller waits where a stale value could be served instead.</summary>
    public TimeSpan? SoftTimeout { get; init; }

    /// <summary>How long a load may take before it is cancelled.</summary>
    public TimeSpan? HardTimeout { get; init; }

    /// <summary>The age at which a hit starts a reload behind the caller's back.</summary>
    public TimeSpan? RefreshAfter { get; init; }

    /// <summary>
    /// How many entries are kept in this process, in room of the method's own; null: they share the cache's
    /// <see cref="CacheGenOptions.MaxEntries"/> with others.
    /// </summary>
    public int? MaxEntries { get; init; }

    /// <summary>The name of the rate limiter that each load takes a lease from; null: none.</summary>
    public string? RateLimit { get; init; }

    /// <summary>Loads run in a scope of dependency injection of their own, on an instance of the type that is made there.</summary>
    public bool BackgroundScope { get; init; }
}
