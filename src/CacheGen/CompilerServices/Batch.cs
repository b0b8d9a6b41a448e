using System.ComponentModel;
using CacheGen.Batching;

namespace CacheGen.CompilerServices;

/// <summary>What generated methods with <see cref="CachedBatchAttribute"/>, and those with <see cref="CachedAttribute.Batch"/>, call.</summary>
/// <remarks>
/// Lambdas give the key of an id out of the method's further arguments, and call the source with some ids. They are passed on as they are:
/// a call that finds everything makes neither a closure nor a task for any of its items.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Batch
{
    /// <summary>A batch method that returns Task.</summary>
    /// <param name="table">The table of the items.</param>
    /// <param name="ids">The caller's ids; read once.</param>
    /// <param name="self">The instance.</param>
    /// <param name="args">The further arguments.</param>
    /// <param name="key">The key of an id.</param>
    /// <param name="source">The uncached method: any ids in, those that there are with their values out.</param>
    /// <param name="result">Makes what the method returns.</param>
    /// <param name="maxBatch">The most ids in one call of the source; 0 for no bound.</param>
    /// <param name="maxParallel">How many calls of the source one call makes at a time; 0 for one.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    public static Task<TResult> LoadTask<TKey, TId, TValue, TSelf, TArgs, TResult>(
        CacheTable<TKey, TValue> table, IEnumerable<TId> ids, TSelf self, TArgs args,
        Func<TId, TArgs, TKey> key,
        Func<TSelf, TId[], TArgs, CancellationToken, ValueTask<IEnumerable<KeyValuePair<TId, TValue>>>> source,
        Func<BatchFound<TId, TValue>, TResult> result,
        int maxBatch = 0, int maxParallel = 0, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TId : notnull
    {
        var found = Found<TId, TValue>(ids);
        return found.Look(table, ids, args, key) is { } missing
            ? LoadAsync(found, missing, new BatchSource<TKey, TId, TValue, TSelf, TArgs>(table, self, args, key, source, isSynchronous: false), result, maxBatch, maxParallel, cancellationToken)
            : Task.FromResult(result(found));
    }

    /// <summary>A batch method that returns ValueTask.</summary>
    /// <inheritdoc cref="LoadTask"/>
    public static ValueTask<TResult> LoadValueTask<TKey, TId, TValue, TSelf, TArgs, TResult>(
        CacheTable<TKey, TValue> table, IEnumerable<TId> ids, TSelf self, TArgs args,
        Func<TId, TArgs, TKey> key,
        Func<TSelf, TId[], TArgs, CancellationToken, ValueTask<IEnumerable<KeyValuePair<TId, TValue>>>> source,
        Func<BatchFound<TId, TValue>, TResult> result,
        int maxBatch = 0, int maxParallel = 0, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TId : notnull
    {
        var found = Found<TId, TValue>(ids);
        return found.Look(table, ids, args, key) is { } missing
            ? new(LoadAsync(found, missing, new BatchSource<TKey, TId, TValue, TSelf, TArgs>(table, self, args, key, source, isSynchronous: false), result, maxBatch, maxParallel, cancellationToken))
            : new(result(found));
    }

    /// <summary>A batch method that returns its result itself, and whose source does.</summary>
    /// <inheritdoc cref="LoadTask"/>
    public static TResult Load<TKey, TId, TValue, TSelf, TArgs, TResult>(
        CacheTable<TKey, TValue> table, IEnumerable<TId> ids, TSelf self, TArgs args,
        Func<TId, TArgs, TKey> key,
        Func<TSelf, TId[], TArgs, CancellationToken, ValueTask<IEnumerable<KeyValuePair<TId, TValue>>>> source,
        Func<BatchFound<TId, TValue>, TResult> result,
        int maxBatch = 0, int maxParallel = 0, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TId : notnull
    {
        var found = Found<TId, TValue>(ids);
        return found.Look(table, ids, args, key) is { } missing
            ? LoadAsync(found, missing, new BatchSource<TKey, TId, TValue, TSelf, TArgs>(table, self, args, key, source, isSynchronous: true), result, maxBatch, maxParallel, cancellationToken)
                .GetAwaiter().GetResult()
            : result(found);
    }

    /// <summary>The slow path of a single-item method that returns Task: its load waits for others, to be one call of the source with them.</summary>
    /// <param name="table">The method's table.</param>
    /// <param name="key">The key.</param>
    /// <param name="id">The argument that is the id.</param>
    /// <param name="self">The instance.</param>
    /// <param name="args">The further arguments: those who share a call have equal ones.</param>
    /// <param name="keyOf">The key of an id.</param>
    /// <param name="source">The uncached batch method.</param>
    /// <param name="window">How long the first waits for others.</param>
    /// <param name="maxBatch">The most ids in one call; 0 for no bound.</param>
    /// <param name="isSynchronous">The source runs to its end before it returns.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    public static Task<TValue> JoinTask<TKey, TId, TValue, TSelf, TArgs>(
        CacheTable<TKey, TValue> table, TKey key, TId id, TSelf self, TArgs args,
        Func<TId, TArgs, TKey> keyOf,
        Func<TSelf, TId[], TArgs, CancellationToken, ValueTask<IEnumerable<KeyValuePair<TId, TValue>>>> source,
        TimeSpan window, int maxBatch = 0, bool isSynchronous = false, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TId : notnull
    {
        var windows = table.Windows<TId, TArgs>(window, maxBatch);
        var batch = new BatchSource<TKey, TId, TValue, TSelf, TArgs>(table, self, args, keyOf, source, isSynchronous);
        return table.LoadFromAsync(key, new WindowItem<TKey, TId, TValue, TSelf, TArgs>(windows, batch, id, key, args), cancellationToken).AsTask();
    }

    /// <summary>What a source of a list returns, by the ids of its items.</summary>
    public static IEnumerable<KeyValuePair<TId, TItem?>> ByKey<TId, TItem>(IEnumerable<TItem>? items, Func<TItem, TId> keyOf) =>
        items?.Where(static item => item is not null).Select(item => KeyValuePair.Create(keyOf(item), (TItem?)item))!;

    /// <summary>What a source of structs returns, in the form in which they are cached, where null stands for one that there is not.</summary>
    public static IEnumerable<KeyValuePair<TId, TItem?>> Nullable<TId, TItem>(IEnumerable<KeyValuePair<TId, TItem>>? items)
        where TItem : struct =>
        items?.Select(static item => KeyValuePair.Create(item.Key, (TItem?)item.Value))!;

    /// <summary>The ids that have a value, with it.</summary>
    public static Dictionary<TId, TItem> Present<TId, TItem>(BatchFound<TId, TItem?> found)
        where TId : notnull
        where TItem : struct =>
        found.Present().ToDictionary(static pair => pair.Key, static pair => pair.Value.GetValueOrDefault());

    /// <summary>The values that there are, in the order of their ids.</summary>
    public static List<TItem> PresentInOrder<TId, TItem>(BatchFound<TId, TItem?> found)
        where TId : notnull
        where TItem : struct =>
        found.PresentInOrder().ConvertAll(static value => value.GetValueOrDefault());

    private static BatchFound<TId, TValue> Found<TId, TValue>(IEnumerable<TId> ids)
        where TId : notnull =>
        new(ids.TryGetNonEnumeratedCount(out var count) ? count : 0);

    private static Task<TResult> LoadAsync<TKey, TId, TValue, TResult>(
        BatchFound<TId, TValue> found, List<TId> missing, BatchSource<TKey, TId, TValue> source, Func<BatchFound<TId, TValue>, TResult> result,
        int maxBatch, int maxParallel, CancellationToken cancellationToken)
        where TKey : notnull
        where TId : notnull =>
        JointBatch.TryLoadAsync(found, missing, source, result, maxBatch, cancellationToken)
        ?? LoadEachAsync(found, missing, source, result, maxBatch, maxParallel, cancellationToken);

    private static async Task<TResult> LoadEachAsync<TKey, TId, TValue, TResult>(
        BatchFound<TId, TValue> found, List<TId> missing, BatchSource<TKey, TId, TValue> source, Func<BatchFound<TId, TValue>, TResult> result,
        int maxBatch, int maxParallel, CancellationToken cancellationToken)
        where TKey : notnull
        where TId : notnull
    {
        var loads = new BatchLoad<TKey, TId, TValue>(source, maxBatch, maxParallel).Start(missing, cancellationToken);
        Task<TValue>? failed = null;
        foreach (var id in missing)
        {
            var load = loads[source.KeyOf(id)];
            // All are waited for, whatever becomes of one: what is loaded is stored by then, and the next call need not load it again.
            await ((Task)load).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (load.IsCompletedSuccessfully)
                found.Set(id, load.Result);
            else
                failed ??= load;
        }

        if (failed is not null)
            await failed.ConfigureAwait(false);
        return result(found);
    }
}
