using System.Threading.RateLimiting;

namespace CacheGen.Loads;

/// <summary>
/// How many at a time, and how many in a span: the library's chain of the two, which does not own what it chains. The places come first: one
/// whose holder is refused by the pace is given back.
/// </summary>
internal sealed class CombinedRateLimiter(RateLimiter places, RateLimiter pace) : RateLimiter
{
    private readonly RateLimiter _chain = CreateChained(places, pace);

    public override TimeSpan? IdleDuration => _chain.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => _chain.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => _chain.AttemptAcquire(permitCount);

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        _chain.AcquireAsync(permitCount, cancellationToken);

    // RateLimiter.DisposeAsync says false here; there is nothing but managed parts either way.
    protected override void Dispose(bool disposing)
    {
        _chain.Dispose();
        places.Dispose();
        pace.Dispose();
        base.Dispose(disposing);
    }
}
