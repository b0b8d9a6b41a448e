using CacheGen.CompilerServices;
using CacheGen.Loads;

namespace CacheGen.Batching;

/// <summary>The uncached method behind a batch: instance, further arguments and the code that joins them, for any ids.</summary>
internal abstract class BatchSource<TKey, TId, TValue>(CacheTable<TKey, TValue> table, bool isSynchronous)
    where TKey : notnull
    where TId : notnull
{
    public CacheTable<TKey, TValue> Table { get; } = table;

    /// <summary>True where the source runs to its end before it returns.</summary>
    public bool IsSynchronous { get; } = isSynchronous;

    /// <summary>A synchronous source that may time out, or go on behind its caller, must not hold the thread it is called on.</summary>
    public bool NeedsThread => IsSynchronous
        && (Table.Policy.HardTimeout ?? Table.Policy.SoftTimeout ?? Table.Policy.RefreshAfter) is not null;

    /// <summary>The key of an item. Ids are the same where their keys are.</summary>
    public abstract TKey KeyOf(TId id);

    /// <summary>Calls the source, which owns the array, and reads what it returns, by the items' keys. It may throw at once as well as later.</summary>
    public abstract ValueTask<Dictionary<TKey, TValue>> InvokeAsync(TId[] ids, CancellationToken cancellationToken);
}

internal sealed class BatchSource<TKey, TId, TValue, TSelf, TArgs>(
    CacheTable<TKey, TValue> table,
    TSelf self,
    TArgs args,
    Func<TId, TArgs, TKey> key,
    Func<TSelf, TId[], TArgs, CancellationToken, ValueTask<IEnumerable<KeyValuePair<TId, TValue>>>> source,
    bool isSynchronous) : BatchSource<TKey, TId, TValue>(table, isSynchronous)
    where TKey : notnull
    where TId : notnull
{
    public override TKey KeyOf(TId id) => key(id, args);

    public override ValueTask<Dictionary<TKey, TValue>> InvokeAsync(TId[] ids, CancellationToken cancellationToken) =>
        Table is { Policy.BackgroundScope: true, IsPassThrough: false, Method.FreshInstance: { } fresh } && self is not NoArguments
            ? Scoped(fresh, ids).InvokeAsync(cancellationToken)
            : ReadAsync(self, ids, cancellationToken);

    private ScopedSource<TSelf, TId[], Dictionary<TKey, TValue>> Scoped(FreshInstance fresh, TId[] ids) =>
        new(Table, fresh, self!.GetType(), ids, ReadAsync, IsSynchronous);

    // What a source returns may be an iterator or a query: to read it is a part of the call, which needs the scope's instance as much.
    private async ValueTask<Dictionary<TKey, TValue>> ReadAsync(TSelf instance, TId[] ids, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<TKey, TValue>(ids.Length);
        var found = await source(instance, ids, args, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The source of a batch of {Table.Method.Id} returned null: let it return an empty collection where it finds nothing.");
        foreach (var (id, value) in found)
        {
            // An item without an id is nobody's.
            if (id is not null)
                answers[KeyOf(id)] = value;
        }

        return answers;
    }
}
