using CacheGen.Loads;

namespace CacheGen.Batching;

/// <summary>What a thread needs to know of the call of a batch's source that it is in.</summary>
internal abstract class BatchChunk<TKey, TValue>
    where TKey : notnull
{
    // The synchronous part of a source: one that asks the cache for what it is to load itself would wait for itself for ever.
    [ThreadStatic]
    private static BatchChunk<TKey, TValue>? s_inSource;

    /// <summary>This thread is in a call of such a source.</summary>
    public static bool IsInSource => s_inSource is not null;

    public static void ThrowIfLoads(CacheTable<TKey, TValue> table, TKey key)
    {
        if (s_inSource is { } chunk && chunk.Loads(table, key))
        {
            throw new InvalidOperationException(
                $"The source of a batch asks {table.Method.Id} for key '{table.FormatKey(key)}', which it is to load itself, and would wait for itself for ever. Call an uncached method there.");
        }
    }

    protected BatchChunk<TKey, TValue>? Enter()
    {
        var before = s_inSource;
        s_inSource = this;
        return before;
    }

    protected static void Exit(BatchChunk<TKey, TValue>? before) => s_inSource = before;

    protected abstract bool Loads(CacheTable<TKey, TValue> table, TKey key);
}

/// <summary>One call of a batch's source. It is cancelled when the loads of all its items are.</summary>
internal sealed class BatchChunk<TKey, TId, TValue>(BatchSource<TKey, TId, TValue> source, BatchPending<TKey, TId, TValue>[] all) : BatchChunk<TKey, TValue>
    where TKey : notnull
    where TId : notnull
{
    private readonly CancellationTokenSource? _cancellation = Array.TrueForAll(all, item => item.CanLeave) ? new CancellationTokenSource() : null;
    private readonly HashSet<TKey> _keys = new(all.Length);

    // One more than there are items until all are in.
    private int _staying = 1;

    /// <summary>Tells each item what the source brought; never throws.</summary>
    public async Task RunAsync()
    {
        var items = Array.FindAll(all, Add);
        Leave();
        if (items.Length == 0)
            return;
        try
        {
            // One key twice: its load was invalidated while it waited here, and the next one has come as well.
            var ids = items.DistinctBy(item => item.Key).Select(item => item.Id).ToArray();
            var answers = await CallAsync(ids, items.Length).ConfigureAwait(false);
            foreach (var item in items)
                item.Succeed(answers.GetValueOrDefault(item.Key)!);
        }
        catch (Exception exception)
        {
            foreach (var item in items)
                item.Fail(exception);
        }
    }

    /// <summary>The load of one item was cancelled.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _staying) == 0)
            _cancellation?.Cancel();
    }

    /// <summary>Every call of a batch's source comes through here: what is taken once a call, and not once an item, is taken here.</summary>
    private async ValueTask<Dictionary<TKey, TValue>> CallAsync(TId[] ids, int loads)
    {
        var pending = source.Table.AcquireLeaseAsync(_cancellation?.Token ?? CancellationToken.None, loads);
        // As in LimitedSource: a synchronous source stays on the thread that is there for it.
        using var lease = source.IsSynchronous && !pending.IsCompleted
            ? pending.AsTask().GetAwaiter().GetResult()
            : await pending.ConfigureAwait(false);
        return await Invoke(ids).ConfigureAwait(false);
    }

    private ValueTask<Dictionary<TKey, TValue>> Invoke(TId[] ids)
    {
        var before = Enter();
        try
        {
            return source.InvokeAsync(ids, _cancellation?.Token ?? CancellationToken.None);
        }
        finally
        {
            Exit(before);
        }
    }

    protected override bool Loads(CacheTable<TKey, TValue> table, TKey key) => ReferenceEquals(table, source.Table) && _keys.Contains(key);

    private bool Add(BatchPending<TKey, TId, TValue> item)
    {
        Interlocked.Increment(ref _staying);
        if (!item.TryEnter(this))
        {
            Leave();
            return false;
        }

        _keys.Add(item.Key);
        return true;
    }
}
