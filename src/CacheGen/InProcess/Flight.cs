namespace CacheGen.InProcess;

/// <summary>One load of one key under way, and the callers who wait for it. Its stripe's lock guards what can change.</summary>
internal class Flight<TKey, TValue>(TKey key, CacheSource<TValue>? source, Lifetimes lifetimes)
    where TKey : notnull
{
    private TaskCompletionSource<TValue>? _answer;
    private bool _isLoaded;
    private CancellationTokenSource? _cancellation;
    private ITimer? _softTimer;
    private ITimer? _hardTimer;

    public TKey Key { get; } = key;

    /// <summary>Null for one of many that a batch's source brings.</summary>
    public CacheSource<TValue>? Source { get; } = source;

    /// <summary>Those that held when it began.</summary>
    public Lifetimes Lifetimes { get; } = lifetimes;

    /// <summary>
    /// What callers await, once somebody does. After the soft timeout those of then are released, and a new one serves later callers.
    /// </summary>
    public TaskCompletionSource<TValue> Answer => _answer ?? Interlocked.CompareExchange(ref _answer, NewAnswer(), null) ?? _answer;

    /// <summary>What was loaded, where it has been: a caller whose source answers at once needs nothing to await.</summary>
    public TValue? Value { get; private set; }

    /// <summary>Set before <see cref="IsOver"/>.</summary>
    public bool IsLoaded => Volatile.Read(ref _isLoaded);

    /// <summary>Callers awaiting <see cref="Answer"/>.</summary>
    public int Callers { get; set; }

    /// <summary>Goes on without callers: an eager refresh, or a load whose callers were served a stale value.</summary>
    public bool GoesOnBehind { get; set; }

    /// <summary>The soft timeout passed: who could be served a stale value does not wait any more.</summary>
    public bool IsSlow { get; private set; }

    /// <summary>Over, invalidated or abandoned: new callers do not join, and what it brings is not stored.</summary>
    public bool IsDetached { get; set; }

    /// <summary>It has loaded, failed or timed out; whatever the source still does has no effect.</summary>
    public bool IsOver { get; set; }

    /// <summary>The thread that is inside the source's synchronous part, by which a method that loads itself is found out.</summary>
    public int? ThreadInSource { get; set; }

    public bool HasSoftTimer => _softTimer is not null;

    public CancellationToken Token => _cancellation?.Token ?? CancellationToken.None;

    public void MakeCancellable() => _cancellation ??= new CancellationTokenSource();

    /// <summary>Runs what the source registered on its token, so never call it under a lock.</summary>
    public virtual void Cancel() => _cancellation?.Cancel();

    public bool IsCancelled => _cancellation is { IsCancellationRequested: true };

    /// <summary>Lets the waiting callers go with another answer while the load goes on.</summary>
    public (TaskCompletionSource<TValue> Answer, int Callers) Release()
    {
        var released = (Answer, Callers);
        _answer = null;
        Callers = 0;
        IsSlow = true;
        GoesOnBehind = true;
        return released;
    }

    /// <summary>Under the stripe's lock.</summary>
    public void Load(TValue value)
    {
        Value = value;
        Volatile.Write(ref _isLoaded, true);
    }

    /// <summary>After <see cref="Load"/>, and outside of the lock.</summary>
    public void TellCallers() => _answer?.TrySetResult(Value!);

    public void StartSoftTimer(Clock clock, long milliseconds, TimerCallback callback, object state) =>
        _softTimer = clock.After(milliseconds, callback, state);

    public void StartHardTimer(Clock clock, long milliseconds, TimerCallback callback, object state) =>
        _hardTimer = clock.After(milliseconds, callback, state);

    public void StopTimers()
    {
        _softTimer?.Dispose();
        _hardTimer?.Dispose();
    }

    // Callers go on on threads of their own: one who blocks must not hold up the others or the load.
    private static TaskCompletionSource<TValue> NewAnswer() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
