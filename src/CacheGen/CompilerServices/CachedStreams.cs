using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using CacheGen.Loads;
using CacheGen.Streams;

namespace CacheGen.CompilerServices;

/// <summary>What generated methods that return <c>IAsyncEnumerable&lt;T&gt;</c> call. Not meant to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CachedStreams
{
    /// <summary>
    /// The stream of one call. Nothing happens before its first item is asked for; each enumeration looks into the cache anew. What is
    /// cached is the list of its items, or null as the mark of a stream with more than <see cref="CachedMethod.MaxItems"/>.
    /// </summary>
    /// <param name="table">What the cache keeps for the method.</param>
    /// <param name="key">The key arguments.</param>
    /// <param name="self">The instance.</param>
    /// <param name="args">The source's arguments.</param>
    /// <param name="source">Opens the uncached stream.</param>
    /// <param name="cancellationToken">The method's own token. That of an enumeration ends it just as well.</param>
    public static IAsyncEnumerable<T> Read<TKey, TSelf, TArgs, T>(
        CacheTable<TKey, IReadOnlyList<T>?> table,
        TKey key,
        TSelf self,
        TArgs args,
        Func<TSelf, TArgs, CancellationToken, IAsyncEnumerable<T>> source,
        CancellationToken cancellationToken = default)
        where TKey : notnull =>
        Enumerate(table, key, self, args, source, null, cancellationToken);

    /// <summary>As the other, for methods with a ValidWhen: it is asked about a cached list before that is replayed.</summary>
    public static IAsyncEnumerable<T> Read<TKey, TSelf, TArgs, T>(
        CacheTable<TKey, IReadOnlyList<T>?> table,
        TKey key,
        TSelf self,
        TArgs args,
        Func<TSelf, TArgs, CancellationToken, IAsyncEnumerable<T>> source,
        Func<TSelf, TArgs, IReadOnlyList<T>?, CancellationToken, ValueTask<bool>> isValid,
        CancellationToken cancellationToken = default)
        where TKey : notnull =>
        Enumerate(table, key, self, args, source, isValid, cancellationToken);

    private static async IAsyncEnumerable<T> Enumerate<TKey, TSelf, TArgs, T>(
        CacheTable<TKey, IReadOnlyList<T>?> table,
        TKey key,
        TSelf self,
        TArgs args,
        Func<TSelf, TArgs, CancellationToken, IAsyncEnumerable<T>> source,
        Func<TSelf, TArgs, IReadOnlyList<T>?, CancellationToken, ValueTask<bool>>? isValid,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TKey : notnull
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<T>? items = null;
        LiveStream<T>? live = null;
        if (!table.IsPassThrough && (isValid is not null || !table.TryGet(key, out items)))
        {
            (items, live) = await new StreamLoad<TSelf, TArgs, T>(table, self, args, source, isValid, table.Method.MaxItems)
                .RunAsync(table, key, cancellationToken).ConfigureAwait(false);
        }

        if (items is not null)
        {
            for (var i = 0; i < items.Count; i++)
            {
                yield return items[i];
                cancellationToken.ThrowIfCancellationRequested();
            }

            yield break;
        }

        // A stream that is opened here has a lease of its own, until it has been read.
        using var lease = live is null ? await AcquireLeaseAsync(table, cancellationToken).ConfigureAwait(false) : null;
        // Longer than what is cached. Who began the load goes on with the stream that it has opened, all others open their own.
        if (live is null)
        {
            table.PassedBy();
            live = new LiveStream<T>([], source(self, args, cancellationToken).GetAsyncEnumerator(cancellationToken));
        }

        await using (live.ConfigureAwait(false))
        {
            using var leaving = live.CancelWith(cancellationToken);
            for (var i = 0; i < live.Items.Count; i++)
            {
                yield return live.Items[i];
                cancellationToken.ThrowIfCancellationRequested();
            }

            while (await live.Rest.MoveNextAsync().ConfigureAwait(false))
                yield return live.Rest.Current;
        }
    }

    // No load of an engine's, which would count its own failures.
    private static async ValueTask<RateLimitLease?> AcquireLeaseAsync(CacheTable table, CancellationToken cancellationToken)
    {
        try
        {
            return await table.AcquireLeaseAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CacheRateLimitException)
        {
            table.Counters.Error();
            throw;
        }
    }
}
