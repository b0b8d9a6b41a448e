namespace CacheGen.InProcess;

/// <summary>A method's policy with the cache's defaults filled in, in milliseconds of the cache's clock; 0 is off.</summary>
internal sealed class Lifetimes(CachePolicy policy, CacheGenOptions options)
{
    // Far enough for anybody, near enough that sums with the clock cannot overflow; timers take at most 49 days.
    private const long Longest = long.MaxValue / 8;
    private const long LongestTimer = uint.MaxValue - 1;

    public long Ttl { get; } = Milliseconds(policy.Ttl ?? options.DefaultTtl);

    public long Jitter { get; } = Milliseconds(policy.Jitter);

    public long MissTtl { get; } = Milliseconds(policy.MissTtl);

    public long MissFailSafe { get; } = Milliseconds(policy.MissFailSafe);

    public long FailSafe { get; } = Milliseconds(policy.FailSafe);

    public long SoftTimeout { get; } = Math.Min(Milliseconds(policy.SoftTimeout), LongestTimer);

    public long HardTimeout { get; } = Math.Min(Milliseconds(policy.HardTimeout), LongestTimer);

    public long RefreshAfter { get; } = Milliseconds(policy.RefreshAfter);

    public long Throttle { get; } = Milliseconds(options.FailSafeThrottle);

    /// <summary>The Ttl of one value: jitter only lengthens, so that no value lives shorter than its author said.</summary>
    /// <param name="own">What holds for this very value in place of the policy's Ttl.</param>
    public long NextTtl(TimeSpan? own) => (own is null ? Ttl : Milliseconds(own)) + (Jitter == 0 ? 0 : Random.Shared.NextInt64(Jitter + 1));

    private static long Milliseconds(TimeSpan? duration) =>
        duration is { } d && d > TimeSpan.Zero ? Math.Clamp((long)Math.Ceiling(d.TotalMilliseconds), 1, Longest) : 0;
}
