namespace CacheGen.InProcess;

internal sealed partial class InProcessTable<TKey, TValue>
{
    protected override ValueTask<TValue> LoadAsync(TKey key, CacheSource<TValue> source, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            source.Unused();
            return ValueTask.FromCanceled<TValue>(cancellationToken);
        }

        Entry<TKey, TValue>? known = null;
        TaskCompletionSource<TValue>? answer = null;
        Flight<TKey, TValue>? flight = null;
        var starts = false;
        var stripe = StripeOf(key);
        lock (stripe)
        {
            var now = _clock.Now;
            var entry = Servable(key, now);
            // A stale value that serves while its source is down is in use as much as a fresh one.
            if (entry is not null)
                entry.Touch();
            stripe.TryGetValue(key, out flight);
            if (entry is not null && now < entry.ExpiresAt)
            {
                CountHit(entry.Value);
                source.Hit();
                known = entry;
                starts = now >= entry.FreshUntil && flight is null;
                if (starts)
                {
                    flight = Register(stripe, key, source, cancellable: false, behind: true);
                    entry.FreshUntil = entry.ExpiresAt;
                }
            }
            else
            {
                Counters.Miss();
                if (entry is not null && (now < entry.RetryAt || flight is { IsSlow: true }))
                {
                    Counters.ServedStale();
                    known = entry;
                }
                else
                {
                    ThrowIfLoadsItself(flight);
                    starts = flight is null;
                    flight ??= Register(stripe, key, source, cancellationToken.CanBeCanceled, behind: false);
                    flight.Callers++;
                    if (entry is not null && flight.Lifetimes.SoftTimeout > 0 && !flight.HasSoftTimer)
                        flight.StartSoftTimer(_clock, flight.Lifetimes.SoftTimeout, static state => ((Alarm)state!).Soft(), new Alarm(this, flight));
                    if (!starts || cancellationToken.CanBeCanceled || flight.HasSoftTimer)
                        answer = flight.Answer;
                }
            }
        }

        if (known is not null || !starts)
            source.Unused();
        if (answer is not null && cancellationToken.CanBeCanceled)
            return new(WaitAsync(flight!, answer, starts, cancellationToken));
        if (starts)
            Start(flight!);
        return known is not null ? AnswerOf(known) : answer is not null ? new(answer.Task) : AnswerOf(flight!, stripe);
    }

    private ValueTask<TValue> AnswerOf(Entry<TKey, TValue> entry) => _servesTasks ? new(entry.Task) : new(entry.Value);

    // Most sources have not answered by now; of those that have, no task was made.
    private static ValueTask<TValue> AnswerOf(Flight<TKey, TValue> flight, object stripe)
    {
        if (!flight.IsLoaded)
        {
            lock (stripe)
            {
                if (!flight.IsLoaded)
                    return new(flight.Answer.Task);
            }
        }

        return new(flight.Value!);
    }

    private async Task<TValue> WaitAsync(
        Flight<TKey, TValue> flight, TaskCompletionSource<TValue> answer, bool starts, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(this, flight, answer);
        // Registered before the load starts: a source that blocks this thread must still see its token cancelled.
        using var leaving = cancellationToken.UnsafeRegister(static state => ((Waiter)state!).Leave(), waiter);
        if (starts && !flight.IsCancelled)
            Start(flight);
        else if (starts)
            flight.Source!.Unused();
        try
        {
            return await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The wait may have been told first, and its end would take the registration away unused.
            waiter.Leave();
            throw;
        }
    }

    private Flight<TKey, TValue> Register(
        Dictionary<TKey, Flight<TKey, TValue>> stripe, TKey key, CacheSource<TValue> source, bool cancellable, bool behind)
    {
        var lifetimes = _lifetimes;
        var flight = new Flight<TKey, TValue>(key, source, lifetimes) { GoesOnBehind = behind };
        if (cancellable || behind || lifetimes.HardTimeout > 0 || lifetimes.SoftTimeout > 0)
            flight.MakeCancellable();
        stripe.Add(key, flight);
        return flight;
    }

    private void Start(Flight<TKey, TValue> flight)
    {
        Counters.Load();
        // What may go on behind its caller must not carry the caller's ExecutionContext.
        var mayOutlive = flight.GoesOnBehind || flight.HasSoftTimer;
        if (flight.Source!.IsSynchronous && (mayOutlive || flight.Lifetimes.HardTimeout > 0))
            RunOnThread(flight, mayOutlive);
        else if (mayOutlive)
            ThreadPool.UnsafeQueueUserWorkItem(static load => _ = load.Table.RunAsync(load.Flight), (Table: this, Flight: flight), preferLocal: false);
        else
            _ = RunAsync(flight);
    }

    // A synchronous source that may be timed out must not hold its caller's thread. Its caller blocks meanwhile, perhaps on a thread
    // of the pool: were the source to wait for another of those, the pool's exhaustion would be a timeout.
    private void RunOnThread(Flight<TKey, TValue> flight, bool mayOutlive)
    {
        var thread = new Thread(() => _ = RunAsync(flight)) { IsBackground = true, Name = Method.Id };
        if (mayOutlive)
            thread.UnsafeStart();
        else
            thread.Start();
    }

    private async Task RunAsync(Flight<TKey, TValue> flight)
    {
        TValue value;
        Assessed assessed;
        if (flight.Lifetimes.HardTimeout > 0)
            flight.StartHardTimer(_clock, flight.Lifetimes.HardTimeout, static state => ((Alarm)state!).Hard(), new Alarm(this, flight));
        try
        {
            flight.ThreadInSource = Environment.CurrentManagedThreadId;
            var pending = flight.Source!.InvokeAsync(flight.Token);
            flight.ThreadInSource = 0;
            value = await pending.ConfigureAwait(false);
            assessed = Assess(flight.Key, value);
        }
        catch (Exception exception)
        {
            Failed(flight, exception);
            return;
        }

        Loaded(flight, value, assessed);
    }

    private void Loaded(Flight<TKey, TValue> flight, TValue value, Assessed assessed)
    {
        var stripe = StripeOf(flight.Key);
        lock (stripe)
        {
            // Unless it has timed out, and its callers were told so.
            if (!flight.IsOver)
                flight.Load(value);
            flight.IsOver = true;
            if (!flight.IsDetached)
            {
                Detach(stripe, flight.Key);
                if (assessed.Verdict.Use != ValueUse.LeaveAlone)
                    Store(flight.Key, value, assessed);
            }
        }

        // After the lock: until then a caller may still have joined and started one.
        flight.StopTimers();
        if (flight.IsLoaded)
            flight.TellCallers();
    }

    private void Failed(Flight<TKey, TValue> flight, Exception exception)
    {
        Entry<TKey, TValue>? fallback;
        var use = Method.UseOfStale(exception);
        var stripe = StripeOf(flight.Key);
        lock (stripe)
        {
            // Timed out before, or abandoned by its last caller: nobody is left to be told.
            if (flight.IsOver)
                return;
            flight.IsOver = true;
            var now = _clock.Now;
            var entry = Servable(flight.Key, now);
            fallback = use == StaleUse.Serve ? entry : null;
            if (!flight.IsDetached)
            {
                Detach(stripe, flight.Key);
                if (use == StaleUse.Forget)
                    TakeOut(flight.Key);
                else
                    Throttle(entry, now, serves: use == StaleUse.Serve);
            }
        }

        flight.StopTimers();
        Counters.Error();
        if (fallback is not null)
        {
            Counters.ServedStale(flight.Callers);
            flight.Answer.TrySetResult(fallback.Value);
        }
        else if (flight.Answer.TrySetException(exception))
        {
            // A refresh behind the callers' back has nobody to observe its exception; Report tells it.
            _ = flight.Answer.Task.Exception;
        }

        Report(flight, fallback, exception);
    }

    // Calls the user's code: never under a lock.
    private Assessed Assess(TKey key, TValue value) =>
        new(Judge(key, value), _cache.Sizer is { } sizer ? WeightOf(sizer.SizeOf(Method, key, value)) : 1);

    private static int WeightOf(long bytes) => (int)Math.Clamp(bytes, 0, int.MaxValue - BytesOfAnEntry) + BytesOfAnEntry;

    private void Store(TKey key, TValue value, Assessed assessed)
    {
        var verdict = assessed.Verdict;
        // Read once: a change of the configuration does not mix old times with new ones.
        var lifetimes = _lifetimes;
        var isMiss = verdict.Use == ValueUse.KeepAsMiss;
        if (isMiss && lifetimes.MissTtl == 0)
        {
            TakeOut(key);
            return;
        }

        var now = _clock.Now;
        var expiresAt = now + (isMiss ? lifetimes.MissTtl : lifetimes.NextTtl(verdict.Ttl));
        var refreshes = !isMiss && lifetimes.RefreshAfter > 0;
        var entry = new Entry<TKey, TValue>(_entries, _entries.HashOf(key), key, value, assessed.Weight)
        {
            FreshUntil = refreshes ? Math.Min(now + lifetimes.RefreshAfter, expiresAt) : expiresAt,
            ExpiresAt = expiresAt,
            StaleUntil = expiresAt + (isMiss ? lifetimes.MissFailSafe : lifetimes.FailSafe),
        };
        if (_entries.Put(entry) is { } old)
            _room.Replaced(old, entry);
        else
            _room.Added(entry);
        _cache.Stored();
    }

    private Entry<TKey, TValue>? Servable(TKey key, long now) =>
        _entries.Find(key) is { } entry && !entry.IsOver(now) ? entry : null;

    private void Throttle(Entry<TKey, TValue>? entry, long now, bool serves)
    {
        if (entry is null)
            return;
        var retryAt = now + _lifetimes.Throttle;
        // The next caller must hear of a failure that may not be answered with a stale value.
        entry.RetryAt = serves ? retryAt : now;
        if (_lifetimes.RefreshAfter > 0)
            entry.FreshUntil = Math.Min(retryAt, entry.ExpiresAt);
    }

    private void Report(Flight<TKey, TValue> flight, Entry<TKey, TValue>? fallback, Exception exception)
    {
        if (fallback is not null && flight.Callers > 0)
            Log.ServedStale(_cache.Logger, exception, Method.Id, FormatKey(flight.Key));
        else if (flight.Callers == 0)
            Log.FailedBehind(_cache.Logger, exception, Method.Id, FormatKey(flight.Key));
    }

    private void ThrowIfLoadsItself(Flight<TKey, TValue>? flight)
    {
        if (flight is not null && LoadsItself(flight))
            throw WaitsForItself(flight.Key);
    }

    private static bool LoadsItself(Flight<TKey, TValue> flight) => flight.ThreadInSource == Environment.CurrentManagedThreadId;

    private InvalidOperationException WaitsForItself(TKey key) => new(
        $"The source of {Method.Id} calls the cached method with its own key '{FormatKey(key)}' and would wait for itself for ever. Call the uncached method there.");

    /// <summary>What there is to say of a value before it is stored.</summary>
    private readonly record struct Assessed(ValueVerdict Verdict, int Weight);
}
