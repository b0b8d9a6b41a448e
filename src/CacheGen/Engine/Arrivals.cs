namespace CacheGen;

/// <summary>
/// What the sources of a method with ValidWhen bring while callers wait: a value that was loaded during a call, be it by another caller
/// whose load this one joined, is not asked about. Else callers whose predicate always says no would make each other load again.
/// </summary>
internal sealed class Arrivals<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Waiting> _waiting = new();

    /// <summary>From now on, until it is closed, the window sees what is brought for this key.</summary>
    public Window Open(TKey key)
    {
        lock (_waiting)
        {
            if (!_waiting.TryGetValue(key, out var waiting))
                _waiting.Add(key, waiting = new Waiting());
            waiting.Callers++;
            return new Window(this, key, waiting, waiting.Arrived);
        }
    }

    public void Add(TKey key, TValue value)
    {
        lock (_waiting)
        {
            if (_waiting.TryGetValue(key, out var waiting))
                (waiting.Latest, waiting.Arrived) = (value, waiting.Arrived + 1);
        }
    }

    /// <summary>The very object; of value types, an equal value: about that the predicate would say the same.</summary>
    public static bool AreSame(TValue a, TValue b) =>
        typeof(TValue).IsValueType ? EqualityComparer<TValue>.Default.Equals(a, b) : ReferenceEquals(a, b);

    public readonly struct Window(Arrivals<TKey, TValue> arrivals, TKey key, Waiting waiting, long before) : IDisposable
    {
        public bool Saw(TValue value)
        {
            lock (arrivals._waiting)
                return waiting.Arrived > before && AreSame(waiting.Latest!, value);
        }

        public void Dispose()
        {
            lock (arrivals._waiting)
            {
                if (--waiting.Callers == 0)
                    arrivals._waiting.Remove(key);
            }
        }
    }

    /// <summary>The callers of one key.</summary>
    public sealed class Waiting
    {
        public int Callers { get; set; }

        public long Arrived { get; set; }

        public TValue? Latest { get; set; }
    }
}

/// <summary>A source that tells what it brings, and whether its caller was answered by a hit.</summary>
internal sealed class ArrivingSource<TKey, TValue>(CacheSource<TValue> inner, Arrivals<TKey, TValue> arrivals, TKey key)
    : CacheSource<TValue>(inner.IsSynchronous)
    where TKey : notnull
{
    public bool WasHit { get; private set; }

    public override async ValueTask<TValue> InvokeAsync(CancellationToken cancellationToken)
    {
        var value = await inner.InvokeAsync(cancellationToken).ConfigureAwait(false);
        arrivals.Add(key, value);
        return value;
    }

    internal override bool IsPartOfBatch => inner.IsPartOfBatch;

    public override void Hit() => WasHit = true;

    public override void Unused() => inner.Unused();

    // In place: the caller asks this very object whether it was a hit.
    public override CacheSource<TValue> Behind()
    {
        inner = inner.Behind();
        return this;
    }
}
