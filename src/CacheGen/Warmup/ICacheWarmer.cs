namespace CacheGen;

/// <summary>Runs warm-ups on demand: after a deployment of new data, by an administrator. Registered by <c>services.AddCacheWarmup&lt;T&gt;()</c>.</summary>
/// <remarks>
/// A warm-up has one run at a time: who asks while it is under way, at the application's start too, is told how that run ends. A run belongs to
/// the application: a caller's token ends his wait, not the run, which ends before its time only when the application stops.
/// </remarks>
public interface ICacheWarmer
{
    /// <summary>Runs all warm-ups, one after another in the order of their registration.</summary>
    /// <returns>How each went. What fails is in there and in the log; it is not thrown.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up waiting, or the application stops.</exception>
    Task<IReadOnlyList<CacheWarmupResult>> WarmAsync(CancellationToken cancellationToken = default);

    /// <summary>Runs one warm-up.</summary>
    /// <inheritdoc cref="WarmAsync(CancellationToken)"/>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    Task<CacheWarmupResult> WarmAsync<TWarmup>(CancellationToken cancellationToken = default)
        where TWarmup : class, ICacheWarmup;
}

/// <summary>How a run of a warm-up went.</summary>
/// <param name="Warmup">Its class.</param>
/// <param name="Items">Calls made, failed ones included.</param>
/// <param name="Failed">Calls that threw.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Exception">What the warm-up itself threw, outside of its calls; null where it came to its end.</param>
public sealed record CacheWarmupResult(Type Warmup, int Items, int Failed, TimeSpan Duration, Exception? Exception = null);
