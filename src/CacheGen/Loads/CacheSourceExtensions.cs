namespace CacheGen.Loads;

/// <summary>What a method's attribute puts around its source, whatever the engine.</summary>
internal static class CacheSourceExtensions
{
    /// <summary>The source in a scope of its own, behind the rate limiter, or as it is.</summary>
    public static CacheSource<TValue> AsPolicySays<TValue>(this CacheSource<TValue> source, CacheTable table)
    {
        var policy = table.Policy;
        // What passes by the cache is its caller's own call, which nobody joins.
        if (policy.BackgroundScope && !table.IsPassThrough)
            source = source.Behind();
        // The lease outside: no scope is open while a load waits for its turn. A batch takes one for each of its calls, see BatchChunk.
        return policy.RateLimit is { } name && !source.IsPartOfBatch && table.Cache.LimitsLoads
            ? new LimitedSource<TValue>(source, table, name)
            : source;
    }
}
