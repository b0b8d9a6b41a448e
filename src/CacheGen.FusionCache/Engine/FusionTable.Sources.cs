using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Fusion;

/// <summary>What FusionCache calls: the source, and what becomes of its value.</summary>
internal sealed partial class FusionTable<TKey, TValue>
{
    /// <summary>FusionCache's factory for one load.</summary>
    private async Task<TValue> ProduceAsync(FusionLoad<TValue> load, FusionCacheFactoryExecutionContext<TValue> context, CancellationToken cancellationToken)
    {
        var stripe = _cache.Loads.StripeOf(load.Key);
        Enter(stripe, load, LoadState.Running);
        using var cancelling = cancellationToken.UnsafeRegister(static state => ((FusionLoad)state!).Cancel(), load);
        var goesOnBehind = load.IsRefresh || load.Options.MayGoOnBehind;
        RefuseStale(load, context);
        try
        {
            var run = load.SourceRun ??= RunSourceAsync(load);
            // An invalidation ends the factory at once, and with it FusionCache's lock of the key; the source goes on for its callers.
            if (!run.IsCompleted)
                await Task.WhenAny(run, load.Superseded).ConfigureAwait(false);
            EnterStoring(stripe, load, run);
            var value = await AnswerOfAsync(load, run).ConfigureAwait(false);
            load.Options.Apply(load.Verdict, context.Options);
            if (load.Verdict.Use == ValueUse.LeaveAlone)
            {
                StoreNothing(context.Options);
            }
            else if (goesOnBehind)
            {
                // Nobody could tell when FusionCache has stored what goes on behind; an invalidation must be able to wait for it.
                await _cache.Outage.GuardAsync(() => StoreAsync(load.Key, value, load.Verdict, load.Tags, load.Options, CancellationToken.None)).ConfigureAwait(false);
                _versions.Changed(load.Key);
                StoreNothing(context.Options);
            }
            else if (load.Verdict.Use == ValueUse.KeepAsMiss && !load.Options.KeepsMisses && !context.HasStaleValue && !_cache.Fusion.HasDistributedLocker)
            {
                // Nothing to store and nothing to remove: L2 and the other nodes need not hear of it.
                StoreNothing(context.Options);
            }

            return value;
        }
        finally
        {
            lock (stripe)
            {
                load.IsProducing = false;
                if (load.IsAnswered || load.IsRefresh)
                    End(stripe, load);
            }
        }
    }

    /// <summary>
    /// Of values and misses perhaps only one may serve when the source fails, and FusionCache does not tell them apart: what it reads from L2,
    /// or what another node has put in the place of an entry, it keeps for as long as the load's options say.
    /// </summary>
    private void RefuseStale(FusionLoad<TValue> load, FusionCacheFactoryExecutionContext<TValue> context)
    {
        var options = load.Options;
        if (options.ServesStaleValues == options.ServesStaleMisses || load.IsRefresh || !context.HasStaleValue)
            return;
        if (Method.IsMiss(context.StaleValue.Value) ? options.ServesStaleMisses : options.ServesStaleValues)
            return;
        load.RefusesStale = true;
        context.Options.IsFailSafeEnabled = false;
        // Nor do those get it who wait for FusionCache's lock of the key meanwhile. Should it be a fresh value by now, that costs a load.
        _cache.Fusion.Remove(load.Key, options.Here);
    }

    /// <summary>The source's value, or its failure in the form that makes FusionCache do with a stale value what the method's attribute says.</summary>
    private async Task<TValue> AnswerOfAsync(FusionLoad<TValue> load, Task<TValue> run)
    {
        try
        {
            return await run.ConfigureAwait(false);
        }
        catch (Exception exception) when (Method.UseOfStale(exception) is var use and not StaleUse.Serve)
        {
            if (use == StaleUse.Forget)
                await _cache.ForgetAsync(load.Key, load.Options.Store).ConfigureAwait(false);
            throw new UnservableException(exception);
        }
        catch (OperationCanceledException exception)
        {
            throw new SourceCanceledException(exception);
        }
    }

    /// <summary>The next state, unless the key was invalidated.</summary>
    private static void Enter(LoadStripe stripe, FusionLoad<TValue> load, LoadState state)
    {
        lock (stripe)
        {
            if (load.IsDetached)
                throw new SupersededException();
            load.State = state;
            load.IsProducing = true;
        }
    }

    // Before a failure is told too: FusionCache may then store a stale value.
    private static void EnterStoring(LoadStripe stripe, FusionLoad<TValue> load, Task run)
    {
        try
        {
            Enter(stripe, load, LoadState.Storing);
        }
        catch (SupersededException)
        {
            Observe(run);
            throw;
        }
    }

    private static void StoreNothing(FusionCacheEntryOptions options)
    {
        options.SkipMemoryCacheWrite = true;
        options.SkipDistributedCacheWrite = true;
        options.SkipBackplaneNotifications = true;
    }

    /// <summary>FusionCache knows whether a refresh is due, and that it is not under way already; most calls of this do nothing.</summary>
    private void RefreshIfDue(string text, string[]? tags, CacheSource<TValue> source)
    {
        // FusionCache starts the refresh inside this call, on the pool: without the caller's ExecutionContext.
        var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        var options = _options;
        ValueTask<TValue> pending;
        try
        {
            pending = _cache.Fusion.GetOrSetAsync<TValue>(
                text, (context, token) => RefreshAsync(text, tags, source, options, context, token), default, options.Load, tags, CancellationToken.None);
        }
        finally
        {
            flow?.Undo();
        }

        // The value may have expired this very moment; then it is loaded as if a refresh had been due, and nobody waits for it.
        if (!pending.IsCompletedSuccessfully)
            _ = ObserveAsync(pending);
    }

    private async Task<TValue> RefreshAsync(
        string text, string[]? tags, CacheSource<TValue> source, EntryOptions options, FusionCacheFactoryExecutionContext<TValue> context, CancellationToken cancellationToken)
    {
        var load = new FusionLoad<TValue>(text, tags, source, options) { IsRefresh = true };
        load.MakeCancellable();
        var stripe = _cache.Loads.StripeOf(text);
        lock (stripe)
            stripe.Add(load);
        try
        {
            return await ProduceAsync(load, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not SupersededException)
        {
            Log.FailedBehind(_cache.Logger, FusionLoad<TValue>.Unwrap(exception), Method.Id, text);
            throw;
        }
    }

    private static async Task ObserveAsync(ValueTask<TValue> pending)
    {
        try
        {
            await pending.ConfigureAwait(false);
        }
        catch (Exception)
        {
            // RefreshAsync has logged it.
        }
    }

    /// <summary>Calls the source, once for each load.</summary>
    private async Task<TValue> RunSourceAsync(FusionLoad<TValue> load)
    {
        Counters.Load();
        Task<TValue>? pending = null;
        // Before the source begins: its time is what is bounded.
        using var timeout = load.Options.HardTimeout is { } limit ? new CancellationTokenSource(limit, _cache.Options.TimeProvider) : null;
        try
        {
            if (load.Source.IsSynchronous && (load.Options.MayGoOnBehind || load.Options.HardTimeout is not null || load.IsRefresh))
            {
                pending = RunOnThread(load);
            }
            else
            {
                load.ThreadInSource = Environment.CurrentManagedThreadId;
                var answer = load.Source.InvokeAsync(load.Token);
                load.ThreadInSource = null;
                pending = answer.AsTask();
            }

            var value = timeout is null ? await pending.ConfigureAwait(false) : await pending.WaitAsync(timeout.Token).ConfigureAwait(false);
            load.Verdict = JudgeAs(load.Key, value);
            return value;
        }
        catch (Exception exception)
        {
            load.ThreadInSource = null;
            if (timeout is { IsCancellationRequested: true } && pending is { IsCompleted: false })
            {
                exception = new TimeoutException(
                    $"The source of {Method.Id} took longer than its HardTimeout of {load.Options.HardTimeout} for key '{load.Key}'.");
                Observe(pending);
                Cancel(load);
            }

            load.Failure = exception;
            if (!load.IsAbandoned)
                Counters.Error();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
            throw;
        }
    }

    /// <summary>Perhaps nobody waits for its end any more, and then its failure is nobody's to hear of.</summary>
    private static void Observe(Task late) => _ = late.ContinueWith(
        static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    // A synchronous source that may be timed out must not hold its caller's thread. Its caller blocks meanwhile, perhaps on a thread
    // of the pool: were the source to wait for another of those, the pool's exhaustion would be a timeout.
    private Task<TValue> RunOnThread(FusionLoad<TValue> load)
    {
        var answer = new TaskCompletionSource<TValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => _ = RunAsync()) { IsBackground = true, Name = Method.Id };
        if (load.Options.MayGoOnBehind || load.IsRefresh)
            thread.UnsafeStart();
        else
            thread.Start();
        return answer.Task;

        async Task RunAsync()
        {
            try
            {
                answer.SetResult(await load.Source.InvokeAsync(load.Token).ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                answer.SetException(exception);
            }
        }
    }
}
