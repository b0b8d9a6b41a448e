namespace CacheGen.Batching;

/// <summary>One item of a batch, as the engine sees it: to call it is to ask its batch for it.</summary>
internal sealed class BatchItem<TKey, TId, TValue>(BatchLoad<TKey, TId, TValue> batch, TId id, TKey key, int position) : CacheSource<TValue>(isSynchronous: false)
    where TKey : notnull
    where TId : notnull
{
    private int _isKnown;

    internal override bool IsPartOfBatch => true;

    public override ValueTask<TValue> InvokeAsync(CancellationToken cancellationToken)
    {
        var pending = new BatchPending<TKey, TId, TValue>(batch.Source, id, key, position, batch.IsSynchronous, cancellationToken);
        batch.Add(pending, isLate: Interlocked.Exchange(ref _isKnown, 1) == 1);
        return new(pending.Answer);
    }

    public override void Unused()
    {
        if (Interlocked.Exchange(ref _isKnown, 1) == 0)
            batch.DoWithout();
    }
}
