namespace CacheGen;

/// <summary>What a cache did so far: the sums, and each method alone.</summary>
/// <param name="methods">One for each method that was called, ordered by id.</param>
public sealed class CacheStatistics(IReadOnlyList<MethodStatistics> methods)
{
    /// <summary>Entries kept now, stale ones included.</summary>
    public long Entries => Methods.Sum(method => method.Entries);

    /// <summary>Calls answered by a fresh value.</summary>
    public long Hits => Methods.Sum(method => method.Hits);

    /// <summary>Calls that found no fresh value.</summary>
    public long Misses => Methods.Sum(method => method.Misses);

    /// <summary>How many of the misses were answered by a stale value.</summary>
    public long Stale => Methods.Sum(method => method.Stale);

    /// <summary>Calls of the sources, eager refreshes included.</summary>
    public long Loads => Methods.Sum(method => method.Loads);

    /// <summary>Loads that failed or timed out.</summary>
    public long Errors => Methods.Sum(method => method.Errors);

    /// <summary>Hits / (hits + misses), from 0 to 1; 0 before the first call.</summary>
    public double HitRate => Hits == 0 ? 0 : (double)Hits / (Hits + Misses);

    // Last, so that who prints this as JSON reads the sums first.

    /// <summary>One for each method that was called, ordered by id.</summary>
    public IReadOnlyList<MethodStatistics> Methods { get; } = methods;
}

/// <summary>What a cache did for one method so far.</summary>
/// <param name="Method">The method's id.</param>
/// <param name="Entries">Entries kept now, stale ones included.</param>
/// <param name="Hits">Calls answered by a fresh value.</param>
/// <param name="Misses">Calls that found no fresh value.</param>
/// <param name="Stale">How many of the misses were answered by a stale value.</param>
/// <param name="Loads">Calls of the source, eager refreshes included.</param>
/// <param name="Errors">Loads that failed or timed out.</param>
public sealed record MethodStatistics(string Method, long Entries, long Hits, long Misses, long Stale, long Loads, long Errors)
{
    internal MethodStatistics(CacheTable table)
        : this(table.Method.Id, table.Count, table.Counters.Hits, table.Counters.Misses, table.Counters.Stale, table.Counters.Loads, table.Counters.Errors)
    {
    }

    /// <summary>Hits / (hits + misses), from 0 to 1; 0 before the first call.</summary>
    public double HitRate => Hits == 0 ? 0 : (double)Hits / (Hits + Misses);
}
