using System.Runtime.ExceptionServices;

namespace CacheGen.Invalidation;

/// <summary>What a write does to one entry, or to those of a tag. Equal changes need to be made once.</summary>
internal abstract record CacheChange
{
    /// <summary>The change that needs no knowledge of the new value: it can be made at any time after the write, and twice.</summary>
    public virtual CacheChange Removal => this;

    public abstract void Apply(MethodCache cache);

    public abstract ValueTask ApplyAsync(MethodCache cache);

    /// <summary>Makes all changes, also when some of them fail.</summary>
    public static void ApplyAll(MethodCache cache, IEnumerable<CacheChange> changes)
    {
        List<Exception>? failures = null;
        foreach (var change in InOrder(changes))
        {
            try
            {
                change.Apply(cache);
            }
            catch (Exception exception)
            {
                (failures ??= []).Add(exception);
            }
        }

        Throw(failures);
    }

    /// <inheritdoc cref="ApplyAll"/>
    public static async ValueTask ApplyAllAsync(MethodCache cache, IEnumerable<CacheChange> changes)
    {
        List<Exception>? failures = null;
        foreach (var change in InOrder(changes))
        {
            try
            {
                await change.ApplyAsync(cache).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                (failures ??= []).Add(exception);
            }
        }

        Throw(failures);
    }

    // A value that is set may carry a tag that is removed.
    private static IEnumerable<CacheChange> InOrder(IEnumerable<CacheChange> changes) =>
        changes.OrderBy(static change => ReferenceEquals(change, change.Removal) ? 0 : 1);

    private static void Throw(List<Exception>? failures)
    {
        if (failures is [var only])
            ExceptionDispatchInfo.Throw(only);
        if (failures is not null)
            throw new AggregateException("Several entries could not be invalidated.", failures);
    }
}

internal sealed record EntryRemoval<TValue>(CacheHandle<TValue> Entry) : CacheChange
{
    public override void Apply(MethodCache cache) => Entry.Remove();

    public override ValueTask ApplyAsync(MethodCache cache) => Entry.RemoveAsync(CancellationToken.None);
}

internal sealed record EntryUpdate<TValue>(CacheHandle<TValue> Entry, TValue Value) : CacheChange
{
    public override CacheChange Removal => new EntryRemoval<TValue>(Entry);

    public override void Apply(MethodCache cache) => Entry.Set(Value);

    public override ValueTask ApplyAsync(MethodCache cache) => Entry.SetAsync(Value, CancellationToken.None);
}

internal sealed record TagRemoval(string Tag) : CacheChange
{
    public override void Apply(MethodCache cache) => cache.RemoveByTag(Tag);

    public override ValueTask ApplyAsync(MethodCache cache) => cache.RemoveByTagAsync(Tag, CancellationToken.None);
}
