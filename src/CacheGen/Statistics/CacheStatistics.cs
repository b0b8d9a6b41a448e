namespace CacheGen;

/// <summary>What a cache did so far: the sums, and each method alone.</summary>
/// <param name="methods">One for each method that was called, ordered by id.</param>
public sealed class CacheStatistics(IReadOnlyList<MethodStatistics> methods)
{
    /// <summary>Entries kept now, stale ones included; null where the engine cannot tell.</summary>
    public long? Entries => Methods.Any(method => method.Entries is null) ? null : Methods.Sum(method => method.Entries);

    /// <summary>Calls answered by a fresh value.</summary>
    public long Hits => Methods.Sum(method => method.Hits);

    /// <summary>Calls that found no fresh value in this process.</summary>
    public long Misses => Methods.Sum(method => method.Misses);

    /// <summary>How many of the misses were answered by a stale value.</summary>
    public long Stale => Methods.Sum(method => method.Stale);

    /// <summary>How many of the misses were answered by the engine's second level (L2), without calling the source.</summary>
    public long SecondLevel => Methods.Sum(method => method.SecondLevel);

    /// <summary>Calls of the sources, eager refreshes included.</summary>
    public long Loads => Methods.Sum(method => method.Loads);

    /// <summary>Loads that failed or timed out.</summary>
    public long Errors => Methods.Sum(method => method.Errors);

    /// <summary>How many of the failed loads were refused by a rate limiter, without calling the source.</summary>
    public long Refused => Methods.Sum(method => method.Refused);

    /// <summary>Entries that left this process to make room for others (the bounds are <see cref="CacheGenOptions.MaxEntries"/> and its like).</summary>
    public long Evicted => Methods.Sum(method => method.Evicted);

    /// <summary>The share of calls that either level answered with a fresh value, from 0 to 1; 0 before the first call.</summary>
    public double HitRate => MethodStatistics.Rate(Hits + SecondLevel, Hits + Misses);

    // Last, so that who prints this as JSON reads the sums first.

    /// <summary>One for each method that was called, ordered by id.</summary>
    public IReadOnlyList<MethodStatistics> Methods { get; } = methods;
}

/// <summary>What a cache did for one method so far.</summary>
public sealed record MethodStatistics
{
    /// <summary>The method's id.</summary>
    public required string Method { get; init; }

    /// <inheritdoc cref="CacheStatistics.Entries"/>
    public long? Entries { get; init; }

    /// <inheritdoc cref="CacheStatistics.Hits"/>
    public long Hits { get; init; }

    /// <inheritdoc cref="CacheStatistics.Misses"/>
    public long Misses { get; init; }

    /// <inheritdoc cref="CacheStatistics.Stale"/>
    public long Stale { get; init; }

    /// <inheritdoc cref="CacheStatistics.SecondLevel"/>
    public long SecondLevel { get; init; }

    /// <summary>Calls of the source, eager refreshes included.</summary>
    public long Loads { get; init; }

    /// <inheritdoc cref="CacheStatistics.Errors"/>
    public long Errors { get; init; }

    /// <inheritdoc cref="CacheStatistics.Refused"/>
    public long Refused { get; init; }

    /// <inheritdoc cref="CacheStatistics.Evicted"/>
    public long Evicted { get; init; }

    /// <inheritdoc cref="CacheStatistics.HitRate"/>
    public double HitRate => Rate(Hits + SecondLevel, Hits + Misses);

    internal static MethodStatistics Of(CacheTable table) => new()
    {
        Method = table.Method.Id,
        Entries = table.Count,
        Hits = table.Counters.Hits,
        Misses = table.Counters.Misses,
        Stale = table.Counters.Stale,
        SecondLevel = table.Counters.SecondLevel,
        Loads = table.Counters.Loads,
        Errors = table.Counters.Errors,
        Refused = table.Counters.Refused,
        Evicted = table.Counters.Evicted,
    };

    internal static double Rate(long part, long all) => all == 0 ? 0 : (double)part / all;
}
