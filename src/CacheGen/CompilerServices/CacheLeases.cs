using System.ComponentModel;
using CacheGen.Loads;

namespace CacheGen.CompilerServices;

/// <summary>
/// What a method with [Invalidates] or [Updates] and a RateLimit takes before it calls its source. The lease is given back before the cache is
/// changed: the limit is the source's, and to remove an entry is no call of that. Not meant to be called by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CacheLeases
{
    /// <summary>A lease of the limiter, which is given back by being disposed; null where the cache limits nothing.</summary>
    /// <param name="cache">That of the method's type.</param>
    /// <param name="method">The method's id.</param>
    /// <param name="limiter">The limiter's name, as the attribute has it.</param>
    /// <param name="cancellationToken">The caller's: it ends the wait.</param>
    /// <exception cref="CacheRateLimitException">The limiter refuses.</exception>
    /// <exception cref="InvalidOperationException">The cache has no limiter of this name.</exception>
    public static async ValueTask<IDisposable?> AcquireAsync(MethodCache cache, string method, string limiter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cache);
        return await cache.AcquireLeaseAsync(method, limiter, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="AcquireAsync"/>
    /// <remarks>The wait blocks, as that of a synchronous load does.</remarks>
    public static IDisposable? Acquire(MethodCache cache, string method, string limiter, CancellationToken cancellationToken = default) =>
        AcquireAsync(cache, method, limiter, cancellationToken).AsTask().GetAwaiter().GetResult();
}
