namespace CacheGen;

/// <summary>
/// Fills caches before anybody asks: calls cached methods with the arguments that will be asked for. It runs when the application starts,
/// behind its back, and on demand by <see cref="ICacheWarmer"/>; each run on an instance of its own, in a scope of its own.
/// </summary>
/// <example>
/// <code>
/// public sealed class PopularReleases(DiscogsCatalog catalog, ISalesReport sales) : ICacheWarmup
/// {
///     public async Task WarmAsync(CacheWarmupContext context, CancellationToken ct) =>
///         await context.ForEachAsync(await sales.TopReleaseIdsAsync(500, ct), catalog.GetReleaseAsync);
/// }
///
/// services.AddCacheWarmup&lt;PopularReleases&gt;();
/// </code>
/// </example>
public interface ICacheWarmup
{
    /// <summary>Says what to warm. How many calls run at a time, what becomes of failing ones and how progress is told is the context's.</summary>
    /// <param name="context">Runs the calls.</param>
    /// <param name="cancellationToken">The application stops.</param>
    Task WarmAsync(CacheWarmupContext context, CancellationToken cancellationToken);
}
