using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Fusion;

/// <summary>
/// Callers share a load; each load is one GetOrSet of FusionCache, which looks into L2, keeps the value, and answers with a stale one
/// where the source fails or is slow.
/// </summary>
internal sealed partial class FusionTable<TKey, TValue>
{
    protected override ValueTask<TValue> LoadAsync(TKey key, CacheSource<TValue> source, CancellationToken cancellationToken) =>
        new(AnswerAsync(key, source, cancellationToken));

    private Task<TValue> AnswerAsync(TKey key, CacheSource<TValue> source, CancellationToken cancellationToken)
    {
        var keys = _keys;
        var known = keys.Find(key, out var hash);
        var asked = known ?? Describe(key, hash);
        var tags = Method.FormatTags?.Invoke(key);
        var options = _options;
        if (LooksInLoad(known, options.Times))
            return LookFirstAsync(asked, known is null ? keys : null, tags, source, options, cancellationToken);
        if (!cancellationToken.IsCancellationRequested)
            return JoinOrStart(asked.Text, tags, source, cancellationToken);
        source.Unused();
        return Task.FromCanceled<TValue>(cancellationToken);
    }

    private async Task<TValue> LookFirstAsync(
        KnownKey<TKey, TValue> asked,
        KnownKeys<TKey, TValue>? newIn,
        string[]? tags,
        CacheSource<TValue> source,
        EntryOptions options,
        CancellationToken cancellationToken)
    {
        var question = Ask(asked, options);
        var found = await FindAsync(asked.Text, options.Hit, CancellationToken.None).ConfigureAwait(false);
        if (found.HasValue)
        {
            CountHit(found.Value);
            source.Hit();
            source.Unused();
            var refreshes = options.Times.RefreshCheck > 0;
            if (refreshes)
                asked.NextRefreshCheck = _clock.Now + options.Times.RefreshCheck;
            Remember(asked, newIn, found.Value, question);
            if (refreshes)
                RefreshIfDue(asked.Text, tags, source);
            return found.Value;
        }

        if (cancellationToken.IsCancellationRequested)
            source.Unused();
        cancellationToken.ThrowIfCancellationRequested();
        return await JoinOrStart(asked.Text, tags, source, cancellationToken).ConfigureAwait(false);
    }

    private Task<TValue> JoinOrStart(string text, string[]? tags, CacheSource<TValue> source, CancellationToken cancellationToken)
    {
        FusionLoad<TValue> load;
        var starts = false;
        var stripe = _cache.Loads.StripeOf(text);
        lock (stripe)
        {
            Counters.Miss();
            var latest = stripe.Latest(text);
            ThrowIfLoadsItself(latest as FusionLoad<TValue>);
            if (latest is FusionLoad<TValue> { CanBeJoined: true } joined)
            {
                load = joined;
            }
            else
            {
                load = new FusionLoad<TValue>(text, tags, source, _options) { SkipsLock = latest is { IsDetached: true }, Opening = stripe.Opening(text) };
                if (cancellationToken.CanBeCanceled || load.Options.HardTimeout is not null || load.Options.MayGoOnBehind)
                    load.MakeCancellable();
                stripe.Add(load);
                starts = true;
            }

            load.Callers++;
        }

        if (!starts)
            source.Unused();
        if (cancellationToken.CanBeCanceled)
            return WaitAsync(load, starts, cancellationToken);
        if (starts)
            Start(load);
        return load.Answer.Task;
    }

    private async Task<TValue> WaitAsync(FusionLoad<TValue> load, bool starts, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(this, load);
        // Registered before the load starts: a source that blocks this thread must still see its token cancelled.
        using var leaving = cancellationToken.UnsafeRegister(static state => ((Waiter)state!).Leave(), waiter);
        if (starts && !load.IsCancelled)
            Start(load);
        else if (starts)
            load.Source.Unused();
        try
        {
            return await load.Answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The wait may have been told first, and its end would take the registration away unused.
            waiter.Leave();
            throw;
        }
    }

    // What may go on behind its caller must not carry the caller's ExecutionContext.
    private void Start(FusionLoad<TValue> load)
    {
        if (load.Options.MayGoOnBehind)
            ThreadPool.UnsafeQueueUserWorkItem(static run => _ = run.Table.RunAsync(run.Load), (Table: this, Load: load), preferLocal: false);
        else
            _ = RunAsync(load);
    }

    private async Task RunAsync(FusionLoad<TValue> load)
    {
        try
        {
            if (load.Opening is { } opening)
                await opening.ConfigureAwait(false);
            // FusionCache gets no token: who leaves does not wait for it, and the last one to leave ends its factory.
            var options = load.SkipsLock ? load.Options.Unlocked : load.Options.Load;
            var value = await _cache.Fusion.GetOrSetAsync<TValue>(
                load.Key, (context, token) => ProduceAsync(load, context, token), default, options, load.Tags, CancellationToken.None).ConfigureAwait(false);
            Answered(load, value);
        }
        catch (Exception exception)
        {
            await FailedAsync(load, exception).ConfigureAwait(false);
        }
    }

    private void Answered(FusionLoad<TValue> load, TValue value)
    {
        var run = load.SourceRun;
        var isStale = run is { IsCompletedSuccessfully: false };
        // Who is told of a new value is not to be given an older one afterwards.
        if (run is not null)
            _versions.Changed(load.Key);
        var callers = EngineIsDone(load);
        if (run is null)
            load.Source.Unused();
        if (run is null && (value is not null || Method.MaxItems == 0))
            Counters.ServedSecondLevel(callers);
        else if (isStale)
            Counters.ServedStale(callers);
        if (isStale && load.Failure is { } failure)
        {
            Log.ServedStale(_cache.Logger, failure, Method.Id, load.Key);
            // FusionCache gave up waiting at the moment of a failure that has removed the entry, and may have put it back since.
            if (Method.UseOfStale(failure) == StaleUse.Forget)
                _ = _cache.ForgetAsync(load.Key, load.Options.Store).AsTask();
        }

        load.Answer.TrySetResult(value);
    }

    private async Task FailedAsync(FusionLoad<TValue> load, Exception exception)
    {
        EngineIsDone(load);
        // Nobody is left to be told.
        if (load.IsAbandoned)
        {
            load.Source.Unused();
            return;
        }

        var own = FusionLoad<TValue>.Unwrap(exception);
        if (ReferenceEquals(own, load.Failure) || (exception is SyntheticTimeoutException && !load.RefusesStale))
        {
            load.Answer.TrySetException(own);
            return;
        }

        // The key was invalidated, which is none of the callers' business; or FusionCache failed, which is not either. Or it gave up waiting
        // for the sake of what may not serve.
        if (exception is not (SupersededException or SyntheticTimeoutException))
            _cache.Outage.Report(exception);
        try
        {
            load.Answer.TrySetResult(await (load.SourceRun ??= RunSourceAsync(load)).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            load.Answer.TrySetException(failure);
        }
    }

    /// <summary>FusionCache has answered or failed. Returns the callers to be told.</summary>
    private int EngineIsDone(FusionLoad<TValue> load)
    {
        var stripe = _cache.Loads.StripeOf(load.Key);
        lock (stripe)
        {
            load.IsAnswered = true;
            // Where the factory goes on behind, its end is the end of the load.
            if (!load.IsProducing)
                End(stripe, load);
            return load.Callers;
        }
    }

    private static void End(LoadStripe stripe, FusionLoad<TValue> load)
    {
        if (!load.IsOver)
            stripe.Remove(load);
        load.Settle();
    }

    private void ThrowIfLoadsItself(FusionLoad<TValue>? load)
    {
        if (load?.ThreadInSource == Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException(
                $"The source of {Method.Id} calls the cached method with its own key '{load.Key}' and would wait for itself for ever. Call the uncached method there.");
        }
    }

    /// <summary>A caller whose token may be cancelled.</summary>
    private sealed class Waiter(FusionTable<TKey, TValue> table, FusionLoad<TValue> load)
    {
        private bool _left;

        public void Leave()
        {
            var hung = new List<FusionLoad>();
            var stripe = table._cache.Loads.StripeOf(load.Key);
            lock (stripe)
            {
                if (_left || load.IsAnswered)
                    return;
                _left = true;
                if (--load.Callers > 0)
                    return;
                load.IsAbandoned = true;
                hung.Add(load);
                // It waited for FusionCache's lock, so for the refresh that holds it and that nobody else can be answered without.
                if (!load.Options.ServesStaleValues)
                {
                    for (var earlier = load.Earlier; earlier is not null; earlier = earlier.Earlier)
                        hung.Add(earlier);
                }

                foreach (var abandoned in hung)
                    _ = abandoned.Detach();
            }

            foreach (var abandoned in hung)
                table.Cancel(abandoned);
        }
    }

    // What the source registered on its token runs here, on a timer's thread or that of a caller who leaves: neither can answer for it.
    private void Cancel(FusionLoad load)
    {
        try
        {
            load.Cancel();
        }
        catch (AggregateException exception)
        {
            Log.CancellationFailed(_cache.Logger, exception, Method.Id, load.Key);
        }
    }
}
