using ZiggyCreatures.Caching.Fusion;

namespace CacheGen;

/// <summary>What concerns the FusionCache engine alone. All else is FusionCache's own configuration.</summary>
public sealed class FusionEngineOptions
{
    /// <summary>
    /// Keys begin with a fingerprint of the shape of what the method returns, so that a deployment never reads what another version
    /// of the type left in L2. True, but for <c>fusionCache.AsMethodCache()</c>, where keys agree with those written by hand.
    /// </summary>
    public bool KeysCarryFingerprint { get; set; } = true;

    /// <summary>
    /// How long a hit may be answered without asking FusionCache; null, as it is by default: each hit asks. A second or a few make hot
    /// hits cost what they cost in process. What changes through CacheGen on this node is seen at once all the same, what FusionCache's
    /// events tell (its own users, other nodes) when they come; only what nobody tells is seen when the window has passed.
    /// </summary>
    public TimeSpan? FrontWindow { get; set; }

    /// <summary>
    /// How many keys of each method the engine remembers, rounded up to a power of two: their texts, and in <see cref="FrontWindow"/>
    /// their values. Those that are asked for stay. 65,536.
    /// </summary>
    public int MaxKnownKeys { get; set; } = 65_536;

    /// <summary>
    /// The last word on a method's entry options, called once for each method and again when its options change: <c>Size</c>, <c>Priority</c>, other durations in
    /// memory than in L2. They are a duplicate of the cache's DefaultEntryOptions with the method's policy mapped onto it.
    /// </summary>
    public Action<CachedMethod, FusionCacheEntryOptions>? ConfigureEntry { get; set; }

    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    internal void Validate()
    {
        if (FrontWindow <= TimeSpan.Zero)
            throw new ArgumentException($"FrontWindow is {FrontWindow}: it must be positive, or null for no front.");
        if (MaxKnownKeys <= 0)
            throw new ArgumentException($"MaxKnownKeys is {MaxKnownKeys}: it must be positive.");
    }
}
