namespace CacheGen.Batching;

/// <summary>One item whose load has begun, and that waits for the call of the source that will bring it.</summary>
internal sealed class BatchPending<TKey, TId, TValue>
    where TKey : notnull
    where TId : notnull
{
    private readonly object _lock = new();
    private readonly TaskCompletionSource<TValue> _answer;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _leaving;
    private BatchChunk<TKey, TId, TValue>? _chunk;
    private bool _hasLeft;

    /// <param name="source">What its caller would call; the call for several items is one of theirs.</param>
    /// <param name="id">As the caller wrote it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="position">Among the ids of its call: chunks keep their order.</param>
    /// <param name="isSynchronous">The thread that called the source is waited for, so what follows runs on it and not on the pool.</param>
    /// <param name="cancellationToken">That of the item's load.</param>
    public BatchPending(
        BatchSource<TKey, TId, TValue> source, TId id, TKey key, int position, bool isSynchronous, CancellationToken cancellationToken)
    {
        Source = source;
        Id = id;
        Key = key;
        Position = position;
        _answer = new(isSynchronous ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        _cancellationToken = cancellationToken;
        if (cancellationToken.CanBeCanceled)
            _leaving = cancellationToken.UnsafeRegister(static state => ((BatchPending<TKey, TId, TValue>)state!).Leave(), this);
    }

    public BatchSource<TKey, TId, TValue> Source { get; }

    public TId Id { get; }

    public TKey Key { get; }

    public int Position { get; }

    /// <summary>Its load was cancelled: nobody waits for it.</summary>
    public bool HasLeft
    {
        get
        {
            lock (_lock)
                return _hasLeft;
        }
    }

    /// <summary>What the item's load awaits.</summary>
    public Task<TValue> Answer => _answer.Task;

    /// <summary>False where its load was cancelled before the call began.</summary>
    public bool TryEnter(BatchChunk<TKey, TId, TValue> chunk)
    {
        lock (_lock)
        {
            _chunk = chunk;
            return !_hasLeft;
        }
    }

    public void Succeed(TValue value)
    {
        _leaving.Unregister();
        _answer.TrySetResult(value);
    }

    public void Fail(Exception exception)
    {
        _leaving.Unregister();
        _answer.TrySetException(exception);
    }

    private void Leave()
    {
        BatchChunk<TKey, TId, TValue>? chunk;
        lock (_lock)
        {
            _hasLeft = true;
            chunk = _chunk;
        }

        _answer.TrySetCanceled(_cancellationToken);
        chunk?.Leave();
    }
}
