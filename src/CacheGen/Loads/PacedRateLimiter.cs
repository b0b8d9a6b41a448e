using System.Threading.RateLimiting;

namespace CacheGen.Loads;

/// <summary>
/// Lets in at most so many in any span of so long; several such limits hold together, and who is refused has used up none of them.
/// Who cannot be let in yet waits, first come first served.
/// </summary>
/// <remarks>
/// The limiters of System.Threading.RateLimiting count in windows that a timer moves: of "one every 2 s" they let in two 0.1 s apart, of
/// "1000 an hour" 2000 around the full hour; chained, the second one's refusal wastes what the first one gave; and they have no
/// TimeProvider. This one keeps the times at which it let in, so its timer runs only while somebody waits.
/// </remarks>
internal sealed class PacedRateLimiter : RateLimiter
{
    private static readonly PacedLease s_granted = new(null);

    private readonly object _lock = new();
    private readonly LinkedList<TaskCompletionSource<RateLimitLease>> _waiting = new();
    private readonly Limit[] _limits;
    private readonly int _queueLimit;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private ITimer? _timer;
    private TimeSpan _lastUse;
    private long _granted;
    private long _refused;
    private bool _isDisposed;

    public PacedRateLimiter(IEnumerable<(int Count, TimeSpan Per)> limits, int queueLimit, TimeProvider clock)
    {
        _limits = [.. limits.Select(limit => new Limit(limit.Count, limit.Per))];
        _queueLimit = queueLimit;
        _clock = clock;
        _start = clock.GetTimestamp();
    }

    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
                return _waiting.Count == 0 && Array.TrueForAll(_limits, limit => limit.IsUnused(Now)) ? Now - _lastUse : null;
        }
    }

    private TimeSpan Now => _clock.GetElapsedTime(_start);

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_lock)
        {
            var now = Now;
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = _limits.Min(limit => limit.Free(now)),
                CurrentQueuedCount = _waiting.Count,
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        OneAtMost(permitCount);
        lock (_lock)
            return TryGrant(permitCount) ?? Refuse();
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        OneAtMost(permitCount);
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<RateLimitLease>> place;
        lock (_lock)
        {
            if (TryGrant(permitCount) is { } granted)
                return new(granted);
            if (permitCount == 0 || _waiting.Count >= _queueLimit)
                return new(Refuse());
            place = _waiting.AddLast(new TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_waiting.Count == 1)
                SetTimer();
        }

        return cancellationToken.CanBeCanceled ? new(WaitAsync(place, cancellationToken)) : new(place.Value.Task);
    }

    protected override void Dispose(bool disposing)
    {
        TaskCompletionSource<RateLimitLease>[] left;
        lock (_lock)
        {
            _isDisposed = true;
            left = [.. _waiting];
            _waiting.Clear();
            _timer?.Dispose();
        }

        foreach (var waiter in left)
            waiter.TrySetResult(new PacedLease(null, isAcquired: false));
        base.Dispose(disposing);
    }

    private async Task<RateLimitLease> WaitAsync(LinkedListNode<TaskCompletionSource<RateLimitLease>> place, CancellationToken cancellationToken)
    {
        using var leaving = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (limiter, place) = ((PacedRateLimiter, LinkedListNode<TaskCompletionSource<RateLimitLease>>))state!;
                limiter.Leave(place, token);
            },
            (this, place));
        return await place.Value.Task.ConfigureAwait(false);
    }

    private void Leave(LinkedListNode<TaskCompletionSource<RateLimitLease>> place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // Let in this very moment.
            if (place.List is null)
                return;
            _waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }

    // Under the lock.
    private PacedLease? TryGrant(int permitCount)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var now = Now;
        if (_waiting.Count > 0 || NextAt(now) > now)
            return null;
        if (permitCount > 0)
            Grant(now);
        return s_granted;
    }

    private void Grant(TimeSpan now)
    {
        foreach (var limit in _limits)
            limit.Add(now);
        _granted++;
        _lastUse = now;
    }

    // When a place in the queue gets free, or, where nobody waits, the next one may come in.
    private PacedLease Refuse()
    {
        _refused++;
        var now = Now;
        return new PacedLease(NextAt(now) - now, isAcquired: false);
    }

    private TimeSpan NextAt(TimeSpan now) => _limits.Max(limit => limit.NextAt(now));

    private void SetTimer()
    {
        var now = Now;
        // A timer may come early by a fraction of a millisecond; then it is set again.
        var wait = TimeSpan.FromMilliseconds(Math.Max(Math.Ceiling((NextAt(now) - now).TotalMilliseconds), 1));
        _timer ??= _clock.CreateTimer(static state => ((PacedRateLimiter)state!).LetIn(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void LetIn()
    {
        lock (_lock)
        {
            while (!_isDisposed && _waiting.First is { } first)
            {
                var now = Now;
                if (NextAt(now) > now)
                {
                    SetTimer();
                    return;
                }

                _waiting.RemoveFirst();
                Grant(now);
                first.Value.TrySetResult(s_granted);
            }
        }
    }

    private static void OneAtMost(int permitCount)
    {
        if (permitCount > 1)
            throw new ArgumentOutOfRangeException(nameof(permitCount), permitCount, "This limiter gives one permit at a time.");
    }

    /// <summary>One limit, and when those it let in came in. Guarded by the limiter's lock.</summary>
    private sealed class Limit(int count, TimeSpan per)
    {
        private readonly Queue<TimeSpan> _times = new();

        public int Free(TimeSpan now)
        {
            while (_times.TryPeek(out var oldest) && oldest + per <= now)
                _times.Dequeue();
            return count - _times.Count;
        }

        public bool IsUnused(TimeSpan now) => Free(now) == count;

        public TimeSpan NextAt(TimeSpan now) => Free(now) > 0 ? now : _times.Peek() + per;

        public void Add(TimeSpan now) => _times.Enqueue(now);
    }

    private sealed class PacedLease(TimeSpan? retryAfter, bool isAcquired = true) : RateLimitLease
    {
        public override bool IsAcquired { get; } = isAcquired;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
