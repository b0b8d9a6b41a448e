using System.Threading.RateLimiting;
using CacheGen.Loads;

namespace CacheGen;

/// <summary>
/// What a source allows, in words: <c>RateLimits.Every(TimeSpan.FromSeconds(2)).AtMost(1000, per: TimeSpan.FromHours(1))</c>. All that is
/// said holds together. Loads that cannot begin yet wait in a queue of 100 places; see <see cref="RateLimitPlan.Queue"/>.
/// </summary>
public static class RateLimits
{
    /// <summary>One load in each span of this length: two begin at least so long after one another.</summary>
    public static RateLimitPlan Every(TimeSpan interval) => new RateLimitPlan().Every(interval);

    /// <summary>At most so many loads begin in any span of this length, wherever it begins.</summary>
    public static RateLimitPlan AtMost(int loads, TimeSpan per) => new RateLimitPlan().AtMost(loads, per);

    /// <summary>At most so many loads are under way at a time.</summary>
    public static RateLimitPlan AtATime(int loads) => new RateLimitPlan().AtATime(loads);
}

/// <summary>See <see cref="RateLimits"/>. Each method returns a plan with one thing more.</summary>
public sealed class RateLimitPlan
{
    private (int Count, TimeSpan Per)[] _limits = [];
    private int _atATime;
    private int _queue = 100;

    internal RateLimitPlan()
    {
    }

    /// <inheritdoc cref="RateLimits.Every"/>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not longer than zero.</exception>
    public RateLimitPlan Every(TimeSpan interval) => AtMost(1, interval);

    /// <inheritdoc cref="RateLimits.AtMost"/>
    /// <exception cref="ArgumentOutOfRangeException">The number or the span is not positive.</exception>
    public RateLimitPlan AtMost(int loads, TimeSpan per)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(loads);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(per, TimeSpan.Zero);
        return With(plan => plan._limits = [.. plan._limits, (loads, per)]);
    }

    /// <inheritdoc cref="RateLimits.AtATime"/>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public RateLimitPlan AtATime(int loads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(loads);
        return With(plan => plan._atATime = plan._atATime == 0 ? loads : Math.Min(plan._atATime, loads));
    }

    /// <summary>
    /// How many loads may wait for their turn; the next one is refused. 0: nobody waits, a load that cannot begin at once is refused.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public RateLimitPlan Queue(int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        return With(plan => plan._queue = places);
    }

    /// <summary>The limiter. Who asks for it disposes it; AddRateLimiter leaves that to the container.</summary>
    /// <param name="clock">What the spans are measured by; the system's clock where none is given.</param>
    public RateLimiter Build(TimeProvider? clock = null)
    {
        var places = _atATime == 0 ? null : new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions { PermitLimit = _atATime, QueueLimit = _queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        var pace = _limits.Length == 0 ? null : new PacedRateLimiter(_limits, _queue, clock ?? TimeProvider.System);
        return places is not null && pace is not null ? new CombinedRateLimiter(places, pace) : (RateLimiter?)places ?? pace!;
    }

    private RateLimitPlan With(Action<RateLimitPlan> change)
    {
        var plan = (RateLimitPlan)MemberwiseClone();
        change(plan);
        return plan;
    }
}
