namespace CacheGen.Batching;

/// <summary>
/// The open windows of one single-item method in one cache, one for each list of its other arguments: loads that begin while a window
/// is open become one call of the source. A window is open for its length, and for as long as its call waits for the method's rate limiter.
/// </summary>
internal sealed class BatchWindows<TKey, TId, TValue, TArgs>(TimeProvider clock, TimeSpan length, int maxBatch)
    where TKey : notnull
    where TId : notnull
{
    // An argument that is null is an argument too.
    private readonly Dictionary<ValueTuple<TArgs>, Window> _open = [];

    /// <summary>Adds an item to the window of its arguments, and opens one where there is none.</summary>
    public void Join(TArgs args, BatchPending<TKey, TId, TValue> item)
    {
        Window? window;
        var isFull = false;
        lock (_open)
        {
            if (!_open.TryGetValue(new(args), out window) || !window.Chunk.TryAdd(item))
            {
                window = new Window(this, args, item.Source);
                window.Chunk.TryAdd(item);
                _open[new(args)] = window;
                window.Timer = Timers.After(clock, length, static state => ((Window)state!).TimeIsUp(), window);
            }

            if (window.Chunk.IsFull(maxBatch))
                isFull = _open.Remove(new(args)) && !window.IsCalled;
        }

        if (!isFull)
            return;
        window.Timer!.Dispose();
        // Whoever comes last calls for all: it is not for his thread, nor with his ExecutionContext.
        ThreadPool.UnsafeQueueUserWorkItem(static window => window.Call(), window, preferLocal: false);
    }

    private sealed class Window(BatchWindows<TKey, TId, TValue, TArgs> windows, TArgs args, BatchSource<TKey, TId, TValue> source)
    {
        public BatchChunk<TKey, TId, TValue> Chunk { get; } = new(source);

        public ITimer? Timer { get; set; }

        /// <summary>Its time is up: the call waits for its turn, and who comes meanwhile comes along.</summary>
        public bool IsCalled { get; private set; }

        public void TimeIsUp()
        {
            lock (windows._open)
            {
                // Full, and called, just before.
                if (!IsOpen)
                    return;
                IsCalled = true;
            }

            Timer!.Dispose();
            Call();
        }

        public void Call()
        {
            if (source.IsSynchronous)
                Timers.OnThread(() => _ = Chunk.RunAsync(Close));
            else
                _ = Chunk.RunAsync(Close);
        }

        private bool IsOpen => windows._open.TryGetValue(new(args), out var open) && open == this;

        private void Close()
        {
            lock (windows._open)
            {
                if (IsOpen)
                    windows._open.Remove(new(args));
            }
        }
    }
}

/// <summary>The load of one item that waits for others to be loaded with.</summary>
internal sealed class WindowItem<TKey, TId, TValue, TSelf, TArgs>(
    BatchWindows<TKey, TId, TValue, TArgs> windows, BatchSource<TKey, TId, TValue, TSelf, TArgs> source, TId id, TKey key, TArgs args)
    : CacheSource<TValue>(isSynchronous: false)
    where TKey : notnull
    where TId : notnull
{
    internal override bool IsPartOfBatch => true;

    public override ValueTask<TValue> InvokeAsync(CancellationToken cancellationToken)
    {
        var pending = new BatchPending<TKey, TId, TValue>(source, id, key, position: 0, isSynchronous: false, cancellationToken);
        windows.Join(args, pending);
        return new(pending.Answer);
    }
}
