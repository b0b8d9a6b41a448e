using CacheGen.CompilerServices;

namespace CacheGen.Batching;

/// <summary>The way of a batch through an engine that begins loads together.</summary>
internal static class JointBatch
{
    /// <summary>Null where the engine does not, or the items are to be loaded in several calls.</summary>
    public static Task<TResult>? TryLoadAsync<TKey, TId, TValue, TResult>(
        BatchFound<TId, TValue> found, List<TId> missing, BatchSource<TKey, TId, TValue> source, Func<BatchFound<TId, TValue>, TResult> result,
        int maxBatch, CancellationToken cancellationToken)
        where TKey : notnull
        where TId : notnull
    {
        if (maxBatch > 0 && missing.Count > maxBatch)
            return null;
        var keys = new TKey[missing.Count];
        for (var place = 0; place < keys.Length; place++)
            keys[place] = source.KeyOf(missing[place]);
        if (source.Table.BeginTogether(keys, cancellationToken) is not { } load)
            return null;

        // Registered before the source is called: one that blocks this thread must still see its token cancelled.
        var leaving = cancellationToken.CanBeCanceled
            ? cancellationToken.UnsafeRegister(static state => ((JointLoad<TKey, TValue>)state!).Leave(), load)
            : default;
        var running = Begun(load, missing) is { Length: > 0 } ids ? load.RunAsync(source, ids) : default;
        if (!running.IsCompletedSuccessfully || !Collect(load, found, missing))
            return FinishAsync(load, running, leaving, found, missing, result, cancellationToken);
        leaving.Dispose();
        return Task.FromResult(result(found));
    }

    private static TId[] Begun<TKey, TId, TValue>(JointLoad<TKey, TValue> load, List<TId> missing)
        where TKey : notnull
    {
        var ids = missing.ToArray();
        var count = 0;
        for (var place = 0; place < ids.Length; place++)
        {
            if (load.HasBegun(place))
                ids[count++] = ids[place];
        }

        return count == ids.Length ? ids : ids[..count];
    }

    private static bool Collect<TKey, TId, TValue>(JointLoad<TKey, TValue> load, BatchFound<TId, TValue> found, List<TId> missing)
        where TKey : notnull
        where TId : notnull
    {
        for (var place = 0; place < missing.Count; place++)
        {
            if (!load.TryGet(place, out var value))
                return false;
            found.Set(missing[place], value);
        }

        return true;
    }

    private static async Task<TResult> FinishAsync<TKey, TId, TValue, TResult>(
        JointLoad<TKey, TValue> load, ValueTask running, CancellationTokenRegistration leaving, BatchFound<TId, TValue> found, List<TId> missing,
        Func<BatchFound<TId, TValue>, TResult> result, CancellationToken cancellationToken)
        where TKey : notnull
        where TId : notnull
    {
        try
        {
            await running.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            Task<TValue>? failed = null;
            for (var place = 0; place < missing.Count; place++)
            {
                // All are waited for, whatever becomes of one: what is loaded is stored by then, and the next call need not load it again.
                var answer = load.AnswerAsync(place).WaitAsync(cancellationToken);
                await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (answer.IsCompletedSuccessfully)
                    found.Set(missing[place], answer.Result);
                else
                    failed ??= answer;
            }

            if (failed is not null)
                await failed.ConfigureAwait(false);
            return result(found);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The wait may have been told first, and its end would take the registration away unused.
            load.Leave();
            throw;
        }
        finally
        {
            await leaving.DisposeAsync().ConfigureAwait(false);
        }
    }
}
