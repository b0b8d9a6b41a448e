using System.Threading.RateLimiting;
using CacheGen.Loads;

namespace CacheGen.Streams;

/// <summary>
/// One enumeration's wish to load. The engine sees an ordinary source, whose value is the list of items, or null where the stream is too
/// long. In that case the open stream goes past the engine to the enumeration whose source was called, as long as that waits for it.
/// </summary>
internal sealed class StreamLoad<TSelf, TArgs, T>(
    CacheTable table,
    TSelf own,
    TArgs args,
    Func<TSelf, TArgs, CancellationToken, IAsyncEnumerable<T>> source,
    Func<TSelf, TArgs, IReadOnlyList<T>?, CancellationToken, ValueTask<bool>>? isValid,
    int maxItems)
{
    private readonly object _lock = new();
    private LiveStream<T>? _handedOver;
    private bool _hasEnded;

    /// <summary>Joins the load of the key or starts it. The stream is there only with the list null, and not always then.</summary>
    public async ValueTask<(IReadOnlyList<T>? Items, LiveStream<T>? Live)> RunAsync<TKey>(
        CacheTable<TKey, IReadOnlyList<T>?> lists, TKey key, CancellationToken cancellationToken)
        where TKey : notnull
    {
        IReadOnlyList<T>? items;
        try
        {
            items = await (isValid is null
                ? lists.LoadTask(key, own, this, static (self, load, token) => load.BufferAsync(self, token), cancellationToken)
                : lists.GetValidTask(
                    key, own, this,
                    static (self, load, token) => load.BufferAsync(self, token),
                    static (self, load, items, token) => load.AskAsync(self, items, token),
                    cancellationToken)).ConfigureAwait(false);
        }
        catch
        {
            await DropAsync(End()).ConfigureAwait(false);
            throw;
        }

        var live = End();
        if (items is null)
            return (null, live);
        // A value was there in spite of all, while a load behind it was fast.
        await DropAsync(live).ConfigureAwait(false);
        return (items, null);
    }

    /// <summary>The source, as the engine calls it.</summary>
    private async ValueTask<IReadOnlyList<T>?> BufferAsync(TSelf self, CancellationToken cancellationToken)
    {
        // The load's token counts while it is a load; after that it is the consumer's, so the source gets one that is neither.
        var cancellation = new CancellationTokenSource();
        IAsyncEnumerator<T>? rest = null;
        RateLimitLease? lease = null;
        try
        {
            lease = await table.AcquireLeaseAsync(cancellationToken).ConfigureAwait(false);
            var items = new List<T>();
            using (cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), cancellation))
            {
                rest = source(self, args, cancellation.Token).GetAsyncEnumerator(cancellation.Token);
                while (items.Count <= maxItems && await rest.MoveNextAsync().ConfigureAwait(false))
                    items.Add(rest.Current);
            }

            if (items.Count <= maxItems)
                return items.ToArray();
            // An instance that was made for this load does not outlive it, and its streams do not either.
            if ((typeof(TSelf).IsValueType || ReferenceEquals(self, own)) && HandOver(new LiveStream<T>(items, rest, cancellation, lease)))
                (rest, cancellation, lease) = (null, null, null);
            return null;
        }
        finally
        {
            try
            {
                if (rest is not null)
                    await rest.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                cancellation?.Dispose();
                lease?.Dispose();
            }
        }
    }

    // The mark of a stream that is too long is no answer of which it could be asked.
    private ValueTask<bool> AskAsync(TSelf self, IReadOnlyList<T>? items, CancellationToken cancellationToken) =>
        items is null ? new(true) : isValid!(self, args, items, cancellationToken);

    /// <summary>False where nobody waits for it.</summary>
    private bool HandOver(LiveStream<T> live)
    {
        lock (_lock)
        {
            if (_hasEnded || _handedOver is not null)
                return false;
            _handedOver = live;
            return true;
        }
    }

    /// <summary>The enumeration does not wait any more. What was handed over until then is its own.</summary>
    private LiveStream<T>? End()
    {
        lock (_lock)
        {
            _hasEnded = true;
            return _handedOver;
        }
    }

    private static async ValueTask DropAsync(LiveStream<T>? live)
    {
        if (live is null)
            return;
        try
        {
            await live.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The enumeration ends with what it was answered; that a stream it does not read failed as it was closed is not that.
        }
    }
}
