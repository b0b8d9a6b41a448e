namespace CacheGen.Invalidation;

/// <summary>
/// A scope within another of the same cache. All goes to the outer one, whether this one completes or not: what became of the transaction
/// only the outermost knows, and one removal too many costs one load.
/// </summary>
internal sealed class JoinedScope(InvalidationScope outer) : ICacheInvalidationScope
{
    private bool _isDisposed;

    public void Remove<TValue>(CacheHandle<TValue> entry)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(ICacheInvalidationScope));
        outer.Remove(entry);
    }

    public void RemoveByTag(string tag)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(ICacheInvalidationScope));
        outer.RemoveByTag(tag);
    }

    public void Complete() => ObjectDisposedException.ThrowIf(_isDisposed, typeof(ICacheInvalidationScope));

    public ValueTask CompleteAsync()
    {
        Complete();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _isDisposed = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
