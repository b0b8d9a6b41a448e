using CacheGen.Warmup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CacheGen;

/// <summary>
/// Runs the calls of a warm-up: so many at a time as its options say, over all methods of this together. A call that throws is logged and
/// counted, and the others go on.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for has nothing to dispose.
public sealed class CacheWarmupContext
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _places;
    private readonly int _maxParallelism;
    private readonly Progress _progress;
    private readonly IServiceScopeFactory? _scopes;
    private readonly CancellationToken _stopping;

    internal CacheWarmupContext(Progress progress, int maxParallelism, IServiceScopeFactory? scopes, CancellationToken stopping)
    {
        _places = new SemaphoreSlim(maxParallelism);
        _maxParallelism = maxParallelism;
        _progress = progress;
        _scopes = scopes;
        _stopping = stopping;
    }

    /// <summary>For tests of a warm-up: its calls run here, without dependency injection.</summary>
    /// <param name="maxParallelism">How many run at a time.</param>
    public CacheWarmupContext(int maxParallelism = 4)
        : this(new Progress(NullLogger.Instance, nameof(ICacheWarmup)), maxParallelism, scopes: null, CancellationToken.None)
    {
    }

    /// <summary>Calls that have ended so far, failed ones included.</summary>
    public int Items => _progress.Done;

    /// <summary>Calls that threw so far.</summary>
    public int Failed => _progress.Failed;

    /// <summary>
    /// A call for each item: <c>context.ForEachAsync(ids, catalog.GetReleaseAsync)</c>. The calls share the service; where it holds what one
    /// call at a time may use (a DbContext), use the other form, or let its methods have <c>BackgroundScope = true</c>.
    /// </summary>
    public Task ForEachAsync<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task> call)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(call);
        _progress.Expect(items.TryGetNonEnumeratedCount(out var count) ? count : null);
        return Parallel.ForEachAsync(items, Options, (item, token) => RunAsync(item, call, token));
    }

    /// <inheritdoc cref="ForEachAsync{TItem}(IEnumerable{TItem}, Func{TItem, CancellationToken, Task})"/>
    public Task ForEachAsync<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, CancellationToken, ValueTask<TResult>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return ForEachAsync(items, (item, token) => call(item, token).AsTask());
    }

    /// <inheritdoc cref="ForEachAsync{TItem}(IEnumerable{TItem}, Func{TItem, CancellationToken, Task})"/>
    public Task ForEachAsync<TItem>(IAsyncEnumerable<TItem> items, Func<TItem, CancellationToken, Task> call)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(call);
        _progress.Expect(null);
        return Parallel.ForEachAsync(items, Options, (item, token) => RunAsync(item, call, token));
    }

    /// <summary>
    /// A call for each item, each on a service from a scope of its own:
    /// <c>context.ForEachAsync(ids, (DiscogsCatalog catalog, int id, CancellationToken ct) => catalog.GetReleaseAsync(id, ct))</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The context was made without dependency injection.</exception>
    public Task ForEachAsync<TService, TItem>(IEnumerable<TItem> items, Func<TService, TItem, CancellationToken, Task> call)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(call);
        var scopes = _scopes ?? throw new InvalidOperationException(
            $"This {nameof(CacheWarmupContext)} has no services to take a {typeof(TService).Name} of: let AddCacheWarmup run the warm-up, or hand it the service and use the other ForEachAsync.");
        return ForEachAsync(items, async (item, token) =>
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
                await call(scope.ServiceProvider.GetRequiredService<TService>(), item, token).ConfigureAwait(false);
        });
    }

    /// <summary>One call: <c>context.RunAsync("genres", catalog.GetGenresAsync)</c>.</summary>
    /// <param name="name">What the log calls it, should it fail.</param>
    /// <param name="call">The call.</param>
    public Task RunAsync(string name, Func<CancellationToken, Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return ForEachAsync([name], (_, token) => call(token));
    }

    private ParallelOptions Options => new() { MaxDegreeOfParallelism = _maxParallelism, CancellationToken = _stopping };

    private async ValueTask RunAsync<TItem>(TItem item, Func<TItem, CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        // Several loops may run at once; together they have so many places.
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        Exception? failure = null;
        try
        {
            await call(item, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            failure = exception;
        }
        finally
        {
            _places.Release();
        }

        _progress.Ended(item, failure);
    }
}
