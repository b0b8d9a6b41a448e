using System.Threading.RateLimiting;

namespace CacheGen.Loads;

/// <summary>Leases of the rate limiter that a method's attribute names.</summary>
internal static class Leases
{
    /// <summary>The limiter of this name.</summary>
    /// <exception cref="InvalidOperationException">The cache has none of this name; the message lists those it has.</exception>
    public static RateLimiter FindLimiter(this CacheTable table, string name)
    {
        var limiters = table.Cache.Options.RateLimiters;
        if (limiters.TryGetValue(name, out var limiter))
            return limiter;
        var known = limiters.Count == 0
            ? "none is registered"
            : $"registered are {string.Join(", ", limiters.Keys.OrderBy(other => Distance(name, other)).ThenBy(other => other, StringComparer.Ordinal).Select(other => $"'{other}'"))}";
        throw new InvalidOperationException(
            $"{table.Method.Id} has RateLimit = \"{name}\", but its cache knows no limiter of that name ({known}): "
            + $"add it with services.AddCacheGen().AddRateLimiter(\"{name}\", …), or to CacheGenOptions.RateLimiters.");
    }

    /// <summary>
    /// A lease of the method's limiter, to be disposed when the call of the source has ended; null where the method names none, or the
    /// cache puts nothing around sources. For what calls a source on its own account, once for several loads (a batch).
    /// </summary>
    /// <exception cref="CacheRateLimitException">The limiter refuses.</exception>
    public static async ValueTask<RateLimitLease?> AcquireLeaseAsync(this CacheTable table, CancellationToken cancellationToken) =>
        table.Cache.Loads && table.Method.Policy.RateLimit is { } name
            ? await table.AcquireLeaseAsync(table.FindLimiter(name), cancellationToken).ConfigureAwait(false)
            : null;

    /// <inheritdoc cref="AcquireLeaseAsync(CacheTable, CancellationToken)"/>
    public static async ValueTask<RateLimitLease> AcquireLeaseAsync(this CacheTable table, RateLimiter limiter, CancellationToken cancellationToken)
    {
        var lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        if (lease.IsAcquired)
            return lease;
        TimeSpan? retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : null;
        lease.Dispose();
        table.Counters.Refuse();
        throw new CacheRateLimitException(table.Method.Id, table.Method.Policy.RateLimit!, retryAfter);
    }

    // How many letters must change: the name that was meant stands first.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[b.Length];
    }
}
