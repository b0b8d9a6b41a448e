namespace CacheGen;

/// <summary>What can be said of a single cached method, and as a default of a type or an assembly.</summary>
/// <remarks>
/// Durations are strings: <c>"90d"</c>, <c>"1h30m"</c>, <c>"500ms"</c>, or TimeSpan's own form <c>"00:05:00"</c>.
/// They are read at compile time; one that cannot be read is a compile-time error.
/// </remarks>
public abstract class CachePolicyAttribute : Attribute
{
    private protected CachePolicyAttribute()
    {
    }

    /// <summary>How long a value is fresh. The cache's default (5 minutes) where none is said.</summary>
    public string? Ttl { get; set; }

    /// <summary>How long a miss (null, or what IsMiss says) is kept. Without it a miss is not stored.</summary>
    public string? MissTtl { get; set; }

    /// <summary>
    /// How long after <see cref="MissTtl"/> a miss may still be served when the source fails. Where nothing is said, not at all: then a miss
    /// is believed for its MissTtl, and a source that fails after that is heard.
    /// </summary>
    public string? MissFailSafe { get; set; }

    /// <summary>How long after <see cref="Ttl"/> a value may still be served when the source fails. For misses <see cref="MissFailSafe"/> says it.</summary>
    public string? FailSafe { get; set; }

    /// <summary>How long a caller waits for the source where a stale value could be served; the load goes on behind.</summary>
    public string? SoftTimeout { get; set; }

    /// <summary>How long a load may take at all; then it is cancelled, and a stale value or a TimeoutException ends the wait.</summary>
    public string? HardTimeout { get; set; }

    /// <summary>The age at which a hit makes the value be reloaded behind the caller's back (eager refresh).</summary>
    public string? RefreshAfter { get; set; }

    /// <summary>Up to this much, at random, is added to <see cref="Ttl"/>, so that values loaded together do not expire together.</summary>
    public string? Jitter { get; set; }

    /// <summary>
    /// A Ttl that learns, between two bounds: <c>"10m..24h"</c>. It begins at the lower one, doubles each time a reload returns an equal
    /// value, and falls back when the value has changed.
    /// </summary>
    public string? AdaptiveTtl { get; set; }

    /// <summary>
    /// The exceptions after which a stale value may be served. All, where nothing is said; others than these reach the caller.
    /// </summary>
    public Type[]? ServeStaleOn { get; set; }

    /// <summary>
    /// The exceptions after which no stale value may be served, such as a 404 of the source: the entry goes, so that no later failure
    /// brings the deleted thing back. They come before <see cref="ServeStaleOn"/>.
    /// </summary>
    public Type[]? NeverServeStaleOn { get; set; }

    /// <summary>
    /// The name of a limiter from which every load takes a lease before it calls the source; hits take none. Where the limiter refuses, a
    /// stale value is served, or a CacheRateLimitException says when to come again. Methods that write say it themselves
    /// (<see cref="InvalidatesAttribute.RateLimit"/>).
    /// </summary>
    public string? RateLimit { get; set; }

    /// <summary>
    /// Each load runs in a scope of dependency injection of its own, on a fresh instance of the type. A load may outlive its caller (eager
    /// refreshes, soft timeouts, callers who join and stay), and what the caller's scope owned, a DbContext say, may be gone by then.
    /// </summary>
    public bool BackgroundScope { get; set; }

    /// <summary>
    /// How many entries of the method are kept in this process at most. It has room of its own then: neither do others take it, nor does it
    /// take theirs. Where nothing is said it shares the cache's with all others (<see cref="CacheGenOptions.MaxEntries"/>).
    /// </summary>
    public int MaxEntries { get; set; }

    /// <summary>The name under which the configuration may override what is said here, for several methods at once.</summary>
    public string? Profile { get; set; }
}
