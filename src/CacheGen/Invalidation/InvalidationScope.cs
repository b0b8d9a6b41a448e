namespace CacheGen.Invalidation;

/// <summary>An outermost scope. What is collected are removals, so their order and number do not count.</summary>
internal sealed class InvalidationScope(MethodCache cache) : ICacheInvalidationScope
{
    private readonly HashSet<CacheChange> _collected = [];
    private bool _isDisposed;

    /// <summary>Completed or disposed: nothing is collected any more.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>False where the scope has ended meanwhile: the caller makes the changes itself.</summary>
    public bool TryCollect(IEnumerable<CacheChange> changes)
    {
        lock (_collected)
        {
            if (HasEnded)
                return false;
            foreach (var change in changes)
                _collected.Add(change.Removal);
            return true;
        }
    }

    public void Remove<TValue>(CacheHandle<TValue> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Collect(new EntryRemoval<TValue>(entry));
    }

    public void RemoveByTag(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        Collect(new TagRemoval(tag));
    }

    public void Complete() => CacheChange.ApplyAll(cache, End());

    public ValueTask CompleteAsync() => CacheChange.ApplyAllAsync(cache, End());

    public void Dispose()
    {
        lock (_collected)
        {
            _isDisposed = true;
            HasEnded = true;
            _collected.Clear();
        }

        cache.Leave(this);
    }

    public ValueTask DisposeAsync()
    {
        // Not an async method: what such a one does to the AsyncLocal is undone for its caller.
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Collect(CacheChange change)
    {
        lock (_collected)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(ICacheInvalidationScope));
            if (!HasEnded)
            {
                _collected.Add(change);
                return;
            }
        }

        change.Apply(cache);
    }

    private CacheChange[] End()
    {
        lock (_collected)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(ICacheInvalidationScope));
            HasEnded = true;
            var all = _collected.ToArray();
            _collected.Clear();
            return all;
        }
    }
}
