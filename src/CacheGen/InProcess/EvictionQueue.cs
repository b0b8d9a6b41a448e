namespace CacheGen.InProcess;

/// <summary>
/// Bounds the entries of a cache over all its tables. First in, first out, with a second chance for what was read since
/// (CLOCK; Corbató 1968): hits only set a flag, the work is done by those who add.
/// </summary>
internal sealed class EvictionQueue(int capacity, Clock clock)
{
    private const int Slack = 64;

    private readonly object _lock = new();
    private readonly Queue<Entry> _queue = new();
    private int _stored;

    /// <summary>An entry was put into its table.</summary>
    public void Added(Entry entry)
    {
        lock (_lock)
        {
            // Before the newcomer is queued: where all others were read since, the second round would take it at once.
            while (_stored >= capacity && EvictNext())
            {
            }

            _queue.Enqueue(entry);
            _stored++;

            // Entries that were replaced or removed stay in the queue until they come up: no more of them than of the others.
            if (_queue.Count > 2 * _stored + Slack)
                DropGone();
        }
    }

    /// <summary>An entry left its table by another way than eviction.</summary>
    public void Left(Entry entry)
    {
        lock (_lock)
        {
            entry.IsGone = true;
            _stored--;
        }
    }

    private bool EvictNext()
    {
        var now = clock.Now;
        while (_queue.TryDequeue(out var entry))
        {
            if (entry.IsGone)
                continue;
            if (entry.Visited && !entry.IsOver(now))
            {
                entry.Visited = false;
                _queue.Enqueue(entry);
            }
            else if (entry.TryRemove())
            {
                entry.IsGone = true;
                _stored--;
                return true;
            }
        }

        return false;
    }

    private void DropGone()
    {
        for (var left = _queue.Count; left > 0; left--)
        {
            var entry = _queue.Dequeue();
            if (!entry.IsGone)
                _queue.Enqueue(entry);
        }
    }
}
