using System.Threading.RateLimiting;

namespace CacheGen.Loads;

/// <summary>A source that is called with a lease of a rate limiter in hand. Waiting for it is part of the load: the load's token and timeouts bound it.</summary>
internal sealed class LimitedSource<TValue>(CacheSource<TValue> inner, CacheTable table, string name, RateLimiter limiter) : CacheSource<TValue>(inner.IsSynchronous)
{
    public override async ValueTask<TValue> InvokeAsync(CancellationToken cancellationToken)
    {
        var pending = table.AcquireLeaseAsync(name, limiter, cancellationToken);
        // A synchronous source stays on the thread that is there for it: those who wait for it block, perhaps all threads of the pool.
        using var lease = IsSynchronous && !pending.IsCompleted
            ? pending.AsTask().GetAwaiter().GetResult()
            : await pending.ConfigureAwait(false);
        return await inner.InvokeAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void Hit() => inner.Hit();

    public override void Unused() => inner.Unused();
}
