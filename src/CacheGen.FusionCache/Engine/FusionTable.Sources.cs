using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Fusion;

/// <summary>What FusionCache calls: the source, and what becomes of its value.</summary>
internal sealed partial class FusionTable<TKey, TValue>
{
    /// <summary>FusionCache's factory for one load.</summary>
    private async Task<TValue> ProduceAsync(FusionLoad<TValue> load, FusionCacheFactoryExecutionContext<TValue> context, CancellationToken cancellationToken)
    {
        _cache.FusionKeyPrefix ??= context.Key[..^context.OriginalKey.Length];
        var stripe = _cache.Loads.StripeOf(load.Key);
        Enter(stripe, load, LoadState.Running);
        using var cancelling = cancellationToken.UnsafeRegister(static state => ((FusionLoad)state!).Cancel(), load);
        var goesOnBehind = load.IsRefresh || _options.MayGoOnBehind;
        try
        {
            var run = load.SourceRun ??= RunSourceAsync(load);
            // An invalidation ends the factory at once, and with it FusionCache's lock of the key; the source goes on for its callers.
            if (!run.IsCompleted)
                await Task.WhenAny(run, load.Superseded).ConfigureAwait(false);
            if (load.IsDetached)
                throw new SupersededException();
            var value = await AnswerOfAsync(run).ConfigureAwait(false);

            var isMiss = Method.IsMiss(value);
            if (isMiss)
                _options.TurnIntoMiss(context.Options);
            Enter(stripe, load, LoadState.Storing);
            if (goesOnBehind)
            {
                // Nobody could tell when FusionCache has stored what goes on behind; an invalidation must be able to wait for it.
                await StoreAsync(load.Key, value, CancellationToken.None).ConfigureAwait(false);
                StoreNothing(context.Options);
            }
            else if (isMiss && Method.Policy.MissTtl is null && !context.HasStaleValue && !_cache.Fusion.HasDistributedLocker)
            {
                // Nothing to store and nothing to remove: L2 and the other nodes need not hear of it.
                StoreNothing(context.Options);
            }

            return value;
        }
        finally
        {
            if (goesOnBehind)
            {
                lock (stripe)
                {
                    if (load.IsAnswered || load.IsRefresh)
                        End(stripe, load);
                }
            }
        }
    }

    private static async Task<TValue> AnswerOfAsync(Task<TValue> run)
    {
        try
        {
            return await run.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw new SourceCanceledException(exception);
        }
    }

    /// <summary>The next state, unless the key was invalidated.</summary>
    private static void Enter(Dictionary<string, FusionLoad> stripe, FusionLoad<TValue> load, LoadState state)
    {
        lock (stripe)
        {
            if (load.IsDetached)
                throw new SupersededException();
            load.State = state;
        }
    }

    private static void StoreNothing(FusionCacheEntryOptions options)
    {
        options.SkipMemoryCacheWrite = true;
        options.SkipDistributedCacheWrite = true;
        options.SkipBackplaneNotifications = true;
    }

    /// <summary>FusionCache knows whether a refresh is due, and that it is not under way already; most calls of this do nothing.</summary>
    private void RefreshIfDue(string text, CacheSource<TValue> source)
    {
        // FusionCache starts the refresh inside this call, on the pool: without the caller's ExecutionContext.
        var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        ValueTask<TValue> pending;
        try
        {
            pending = _cache.Fusion.GetOrSetAsync<TValue>(
                text, (context, token) => RefreshAsync(text, source, context, token), default, _options.Load, tags: null, CancellationToken.None);
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
        string text, CacheSource<TValue> source, FusionCacheFactoryExecutionContext<TValue> context, CancellationToken cancellationToken)
    {
        var load = new FusionLoad<TValue>(text, source) { IsRefresh = true };
        load.MakeCancellable();
        var stripe = _cache.Loads.StripeOf(text);
        lock (stripe)
            LoadRegistry.Add(stripe, load);
        try
        {
            return await ProduceAsync(load, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not SupersededException)
        {
            Log.FailedBehind(_cache.Logger, exception is SourceCanceledException { InnerException: { } own } ? own : exception, Method.Id, text);
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
        try
        {
            if (load.Source.IsSynchronous && (_options.MayGoOnBehind || _hardTimeout is not null || load.IsRefresh))
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

            return _hardTimeout is { } timeout
                ? await pending.WaitAsync(timeout, _cache.Options.TimeProvider).ConfigureAwait(false)
                : await pending.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            load.ThreadInSource = null;
            if (exception is TimeoutException && pending is { IsCompleted: false })
            {
                exception = new TimeoutException(
                    $"The source of {Method.Id} took longer than its HardTimeout of {_hardTimeout} for key '{load.Key}'.");
                _ = pending.ContinueWith(static late => late.Exception, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously);
                Cancel(load);
            }

            load.Failure = exception;
            if (!load.IsAbandoned)
                Counters.Error();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
            throw;
        }
    }

    // A synchronous source that may be timed out must not hold its caller's thread. Its caller blocks meanwhile, perhaps on a thread
    // of the pool: were the source to wait for another of those, the pool's exhaustion would be a timeout.
    private Task<TValue> RunOnThread(FusionLoad<TValue> load)
    {
        var answer = new TaskCompletionSource<TValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => _ = RunAsync()) { IsBackground = true, Name = Method.Id };
        if (_options.MayGoOnBehind || load.IsRefresh)
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
