using System.ComponentModel;
using System.Runtime.CompilerServices;
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
    public static async IAsyncEnumerable<T> Read<TKey, TSelf, TArgs, T>(
        CacheTable<TKey, IReadOnlyList<T>?> table,
        TKey key,
        TSelf self,
        TArgs args,
        Func<TSelf, TArgs, CancellationToken, IAsyncEnumerable<T>> source,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TKey : notnull
    {
        cancellationToken.ThrowIfCancellationRequested();
        LiveStream<T>? live = null;
        if (!table.TryGet(key, out var items) && !table.IsPassThrough)
        {
            (items, live) = await new StreamLoad<TSelf, TArgs, T>(self, args, source, table.Method.MaxItems)
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
}
