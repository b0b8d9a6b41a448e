namespace CacheGen.Batching;

/// <summary>
/// The loads that one call of a batch method starts. Each item's load is the engine's, as if it stood alone; what the engine then asks
/// for is collected here. Once the engine has said of every item whether it asks for it, the source is called, in chunks.
/// </summary>
internal sealed class BatchLoad<TKey, TId, TValue>(BatchSource<TKey, TId, TValue> source, int maxBatch, int maxParallel)
    where TKey : notnull
    where TId : notnull
{
    /// <summary>
    /// The longest that items wait for others. Of those that go on behind their callers nobody knows how many will come; and where two
    /// batches wait for one another, through a lock of the engine's, one of them must begin with what it has.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly object _lock = new();
    private readonly Queue<BatchPending<TKey, TId, TValue>[]> _chunks = new();
    private readonly List<BatchPending<TKey, TId, TValue>> _waiting = [];
    private ITimer? _patience;
    private int _workers;
    private bool _isStarting = true;

    // Items of which the engine has not said yet whether it asks for them.
    private int _unknown;

    public BatchSource<TKey, TId, TValue> Source => source;

    public bool IsSynchronous => source.IsSynchronous;

    /// <summary>Starts or joins the loads of these ids, one for each key.</summary>
    public Dictionary<TKey, Task<TValue>> Start(List<TId> ids, CancellationToken cancellationToken)
    {
        var loads = new Dictionary<TKey, Task<TValue>>(ids.Count);
        try
        {
            foreach (var id in ids)
            {
                var key = source.KeyOf(id);
                if (!loads.ContainsKey(key))
                    loads.Add(key, Start(id, key, loads.Count, cancellationToken));
            }
        }
        finally
        {
            lock (_lock)
            {
                _isStarting = false;
                if (_unknown > 0 && _waiting.Count > 0)
                    BePatient();
            }

            CallIfComplete();
        }

        return loads;
    }

    private Task<TValue> Start(TId id, TKey key, int position, CancellationToken cancellationToken)
    {
        lock (_lock)
            _unknown++;
        var item = new BatchItem<TKey, TId, TValue>(this, id, key, position);
        try
        {
            return source.Table.LoadFromAsync(key, item, cancellationToken).AsTask();
        }
        catch
        {
            item.Unused();
            throw;
        }
    }

    /// <summary>The engine asks for an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isLate">Its caller has been answered before: it is refreshed behind his back.</param>
    public void Add(BatchPending<TKey, TId, TValue> item, bool isLate)
    {
        lock (_lock)
        {
            _waiting.Add(item);
            if (!isLate)
                _unknown--;
            if (!_isStarting && (isLate || _unknown > 0))
                BePatient();
        }

        if (!isLate)
            CallIfComplete();
    }

    /// <summary>The engine does not ask for an item.</summary>
    public void DoWithout()
    {
        lock (_lock)
            _unknown--;
        CallIfComplete();
    }

    private void BePatient() => _patience ??= Timers.After(source.Table.Clock, Patience, static state => ((BatchLoad<TKey, TId, TValue>)state!).Call(), this);

    private void CallIfComplete()
    {
        lock (_lock)
        {
            if (_isStarting || _unknown > 0)
                return;
        }

        Call();
    }

    /// <summary>Calls the source for all that wait, as far as its calls may run at a time.</summary>
    private void Call()
    {
        int workers;
        lock (_lock)
        {
            _patience?.Dispose();
            _patience = null;
            // Each call has its ids in the order of the caller's, however they came in.
            _waiting.Sort(static (a, b) => a.Position.CompareTo(b.Position));
            foreach (var chunk in _waiting.Chunk(maxBatch > 0 ? maxBatch : int.MaxValue))
                _chunks.Enqueue(chunk);
            _waiting.Clear();
            workers = Math.Min(Math.Max(maxParallel, 1) - _workers, _chunks.Count);
            _workers += workers;
        }

        for (var worker = 0; worker < workers; worker++)
        {
            // Synchronous calls beside one another need threads of their own.
            if (source.NeedsThread || (source.IsSynchronous && workers > 1))
                Timers.OnThread(() => _ = WorkAsync());
            else
                _ = WorkAsync();
        }
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            BatchPending<TKey, TId, TValue>[]? chunk;
            lock (_lock)
            {
                if (!_chunks.TryDequeue(out chunk))
                {
                    _workers--;
                    return;
                }
            }

            var call = new BatchChunk<TKey, TId, TValue>(source, chunk.Length);
            foreach (var item in chunk)
                call.TryAdd(item);
            await call.RunAsync().ConfigureAwait(false);
        }
    }
}
