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
        if (policy.RateLimit is not { } name || !table.Cache.LimitsLoads)
            return source;
        // Looked for here: a name that is not registered is the programmer's to hear of, and no failure that a stale value could hide.
        var limiter = table.FindLimiter(name);
        // The lease outside: no scope is open while a load waits for its turn. A batch takes one for each of its calls, see BatchChunk,
        // and a stream may be read on after its load, see StreamLoad.
        return source.IsPartOfBatch || table.Method.MaxItems > 0 ? source : new LimitedSource<TValue>(source, table, name, limiter);
    }
}
