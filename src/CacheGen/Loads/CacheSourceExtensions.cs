namespace CacheGen.Loads;

/// <summary>What a method's attribute puts around its source, whatever the engine.</summary>
internal static class CacheSourceExtensions
{
    /// <summary>The source in a scope of its own, behind the rate limiter, or as it is.</summary>
    public static CacheSource<TValue> AsPolicySays<TValue>(this CacheSource<TValue> source, CacheTable table)
    {
        var policy = table.Method.Policy;
        if (!table.Cache.Loads)
            return source;
        if (policy.BackgroundScope)
            source = source.Behind();
        // The lease outside: no scope is open while a load waits for its turn.
        return policy.RateLimit is { } name && source.TakesLease
            ? new LimitedSource<TValue>(source, table, table.FindLimiter(name))
            : source;
    }
}
