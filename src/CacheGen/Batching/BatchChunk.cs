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
#pragma warning disable CA1001 // Without a timer or a handle a CancellationTokenSource has nothing to dispose.
internal sealed class BatchChunk<TKey, TId, TValue>(BatchSource<TKey, TId, TValue> source, int capacity = 0) : BatchChunk<TKey, TValue>
#pragma warning restore CA1001
    where TKey : notnull
    where TId : notnull
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly HashSet<TKey> _keys = new(capacity);
    private readonly List<BatchPending<TKey, TId, TValue>> _items = new(capacity);

    // One more than there are items until the call is asked for. At zero nobody is left, for good: who comes then needs another call.
    private int _staying = 1;

    /// <summary>Whether so many items wait; 0 is no bound. As <see cref="TryAdd"/>, not for several threads at a time.</summary>
    public bool IsFull(int maxBatch)
    {
        if (maxBatch == 0 || _items.Count < maxBatch)
            return false;
        ForgetWhoLeft();
        return _items.Count >= maxBatch;
    }

    /// <summary>Takes an item along. Not for several threads at a time.</summary>
    /// <returns>False where it comes too late: ask for another call.</returns>
    public bool TryAdd(BatchPending<TKey, TId, TValue> item)
    {
        int staying;
        do
        {
            staying = Volatile.Read(ref _staying);
            if (staying == 0)
                return false;
        }
        while (Interlocked.CompareExchange(ref _staying, staying + 1, staying) != staying);

        // A call may wait for its turn for long, and those who come and go meanwhile must not pile up.
        if (_items.Count == _items.Capacity)
            ForgetWhoLeft();
        _items.Add(item);
        if (!item.TryEnter(this))
            Leave();
        return true;
    }

    /// <summary>Calls the source, and tells each item what it brought; never throws.</summary>
    /// <param name="close">
    /// Called when the source is about to be: until then, while the call waits for its turn, items may be added. No more are when it returns.
    /// </param>
    public async Task RunAsync(Action? close = null)
    {
        Leave();
        List<BatchPending<TKey, TId, TValue>>? items = null;
        try
        {
            // Every call of a batch's source comes through here: what is taken once a call, and not once an item, is taken here.
            var pending = source.Table.AcquireLeaseAsync(_cancellation.Token, loads: 0);
            // As in LimitedSource: a synchronous source stays on the thread that is there for it.
            using var lease = source.IsSynchronous && !pending.IsCompleted
                ? pending.AsTask().GetAwaiter().GetResult()
                : await pending.ConfigureAwait(false);
            items = Close(close);
            if (items.Count == 0)
                return;
            // One key twice: its load was invalidated while it waited here, and the next one has come as well.
            var ids = items.DistinctBy(item => item.Key).Select(item => item.Id).ToArray();
            var answers = await Invoke(items[0].Source, ids).ConfigureAwait(false);
            foreach (var item in items)
                item.Succeed(answers.GetValueOrDefault(item.Key)!);
        }
        catch (Exception exception)
        {
            if (items is null)
            {
                items = Close(close);
                // The source's own exception is no refusal of this call, whatever its type.
                if (exception is CacheRateLimitException)
                    source.Table.Counters.Refuse(items.Count);
            }

            foreach (var item in items)
                item.Fail(exception);
        }
    }

    /// <summary>The load of one item was cancelled.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _staying) == 0)
            _cancellation.Cancel();
    }

    private List<BatchPending<TKey, TId, TValue>> Close(Action? close)
    {
        close?.Invoke();
        ForgetWhoLeft();
        foreach (var item in _items)
            _keys.Add(item.Key);
        return _items;
    }

    private void ForgetWhoLeft() => _items.RemoveAll(static item => item.HasLeft);

    // Of one who still waits: the instance of who opened the window may be gone with him.
    private ValueTask<Dictionary<TKey, TValue>> Invoke(BatchSource<TKey, TId, TValue> called, TId[] ids)
    {
        var before = Enter();
        try
        {
            return called.InvokeAsync(ids, _cancellation.Token);
        }
        finally
        {
            Exit(before);
        }
    }

    protected override bool Loads(CacheTable<TKey, TValue> table, TKey key) => ReferenceEquals(table, source.Table) && _keys.Contains(key);
}
