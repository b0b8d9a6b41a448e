using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Fusion;

/// <summary>How long hits of a method may go on without asking FusionCache for something, in milliseconds of the cache's clock.</summary>
internal sealed class HitTimes
{
    // Of each time that FusionCache keeps: late by little, and rarely asked.
    private const int Fraction = 16;

    public HitTimes(CachePolicy policy, FusionCacheEntryOptions load, TimeSpan? window)
    {
        if (load.EagerRefreshThreshold is { } threshold)
            RefreshCheck = Milliseconds(Shorter(load.Duration * threshold, load.Duration * (1 - threshold)) / Fraction);
        else if (policy.RefreshAfter is { } after && after > TimeSpan.Zero)
            // Some values may live longer than the policy's Ttl, and so long enough to be refreshed.
            RefreshCheck = Milliseconds(after / Fraction);
        // Of clones each caller is to have his own.
        if (window is { } longest && !load.EnableAutoClone)
            Front = Milliseconds(Shorter(longest, ShortestLife(policy, load) / Fraction));
    }

    /// <summary>
    /// Between two questions whether a value is due for its eager refresh; 0 where nothing is refreshed early. Only FusionCache's GetOrSet
    /// tells, which costs several times what a hit costs: in between hits are plain ones, and a refresh begins at most this much late.
    /// </summary>
    public long RefreshCheck { get; }

    /// <summary>Between two looks for a value; 0 without a front.</summary>
    public long Front { get; }

    private static TimeSpan ShortestLife(CachePolicy policy, FusionCacheEntryOptions load)
    {
        var shortest = Shorter(load.Duration, load.MemoryCacheDuration ?? load.Duration);
        if (policy.MissTtl is { } missTtl && missTtl > TimeSpan.Zero)
            shortest = Shorter(shortest, missTtl);
        return load.IsFailSafeEnabled ? Shorter(shortest, load.FailSafeThrottleDuration) : shortest;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static long Milliseconds(TimeSpan time) => Math.Max(1, (long)time.TotalMilliseconds);
}
