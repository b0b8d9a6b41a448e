using System.Threading.Channels;
using System.Threading.RateLimiting;

namespace CacheGen.Conformance;

/// <summary>A limiter that grants, holds or refuses as a test likes, and knows how many leases are out.</summary>
public sealed class ScriptedLimiter : RateLimiter
{
    private readonly Channel<Waiter> _waiting = Channel.CreateUnbounded<Waiter>();
    private int _taken;
    private int _held;

    /// <summary>Leases given so far.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>Leases given and not yet given back.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>From now on who asks waits until the test lets him in.</summary>
    public bool Queues { get; set; }

    /// <summary>From now on who asks is refused.</summary>
    public bool Refuses { get; set; }

    /// <summary>What a refusal says; null for nothing.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Runs when somebody asks for a lease.</summary>
    public Action? OnAcquire { get; set; }

    public override TimeSpan? IdleDuration => null;

    /// <summary>The next one who waits.</summary>
    public Task<Waiter> NextWaiterAsync() => _waiting.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Patience);

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => Refuses ? new Lease(this, isAcquired: false) : Grant();

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        OnAcquire?.Invoke();
        if (!Queues)
            return new(AttemptAcquireCore(permitCount));
        var waiter = new Waiter(this, cancellationToken);
        _waiting.Writer.TryWrite(waiter);
        return new(waiter.Answer.Task.WaitAsync(cancellationToken));
    }

    private Lease Grant()
    {
        Interlocked.Increment(ref _taken);
        Interlocked.Increment(ref _held);
        return new Lease(this, isAcquired: true);
    }

    /// <summary>One who waits for a lease.</summary>
    public sealed class Waiter(ScriptedLimiter limiter, CancellationToken token)
    {
        internal TaskCompletionSource<RateLimitLease> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What the limiter was given.</summary>
        public CancellationToken Token { get; } = token;

        public void LetIn() => Answer.TrySetResult(limiter.Grant());
    }

    private sealed class Lease(ScriptedLimiter limiter, bool isAcquired) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? limiter.RetryAfter : null;
            return metadata is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (isAcquired)
                Interlocked.Decrement(ref limiter._held);
            base.Dispose(disposing);
        }
    }
}
