using System.Threading.RateLimiting;
using CacheGen.Configuration;

namespace CacheGen.Loads;

/// <summary>Leases of the rate limiter that a method's attribute names.</summary>
internal static class Leases
{
    /// <summary>The limiter of this name.</summary>
    /// <exception cref="InvalidOperationException">The cache has none of this name; the message says which it has.</exception>
    public static RateLimiter FindLimiter(this CacheTable table, string name) => FindLimiter(table.Cache, table.Method.Id, name);

    /// <summary>
    /// A lease of the method's limiter, to be disposed when the call of the source has ended; null where none is needed. For what calls a
    /// source on its own account: once for several loads (a batch), or past the cache (a stream that is too long for it).
    /// </summary>
    /// <param name="table">The method's table.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="loads">How many loads the call is for: so many are refused if it is.</param>
    /// <exception cref="CacheRateLimitException">The limiter refuses.</exception>
    public static async ValueTask<RateLimitLease?> AcquireLeaseAsync(
        this CacheTable table, CancellationToken cancellationToken, int loads = 1) =>
        table.Policy.RateLimit is { } name && table.Cache.LimitsLoads
            ? await table.AcquireLeaseAsync(name, table.FindLimiter(name), cancellationToken, loads).ConfigureAwait(false)
            : null;

    /// <summary>A lease.</summary>
    /// <exception cref="CacheRateLimitException">The limiter refuses.</exception>
    public static ValueTask<RateLimitLease> AcquireLeaseAsync(
        this CacheTable table, string name, RateLimiter limiter, CancellationToken cancellationToken, int loads = 1) =>
        AcquireAsync(limiter, name, table.Method.Id, table, loads, cancellationToken);

    /// <summary>A lease for one call of a method that writes, which has no table; null where none is needed.</summary>
    /// <param name="cache">That of the method's type.</param>
    /// <param name="method">The method's id.</param>
    /// <param name="name">The limiter's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CacheRateLimitException">The limiter refuses.</exception>
    public static async ValueTask<RateLimitLease?> AcquireLeaseAsync(
        this MethodCache cache, string method, string name, CancellationToken cancellationToken) =>
        cache.LimitsLoads
            ? await AcquireAsync(FindLimiter(cache, method, name), name, method, table: null, 1, cancellationToken).ConfigureAwait(false)
            : null;

    private static RateLimiter FindLimiter(MethodCache cache, string method, string name)
    {
        var limiters = cache.Options.RateLimiters;
        if (limiters.TryGetValue(name, out var limiter))
            return limiter;
        var known = limiters.Count == 0
            ? "none is registered"
            : $"registered are {string.Join(", ", limiters.Keys.Order(StringComparer.Ordinal).Select(other => $"'{other}'"))}";
        throw new InvalidOperationException(
            $"{method} has RateLimit = \"{name}\", but its cache knows no limiter of that name ({known}).{OptionsCheck.DidYouMean(name, limiters.Keys)} "
            + $"Add it with services.AddCacheGen().AddRateLimiter(\"{name}\", …), or to CacheGenOptions.RateLimiters.");
    }

    private static async ValueTask<RateLimitLease> AcquireAsync(
        RateLimiter limiter, string name, string method, CacheTable? table, int loads, CancellationToken cancellationToken)
    {
        var lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        if (lease.IsAcquired)
            return lease;
        TimeSpan? retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : null;
        lease.Dispose();
        table?.Counters.Refuse(loads);
        throw table is null ? CacheRateLimitException.OfWrite(method, name, retryAfter) : new CacheRateLimitException(method, name, retryAfter);
    }
}
