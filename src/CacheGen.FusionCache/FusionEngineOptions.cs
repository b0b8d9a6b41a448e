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
    /// The last word on a method's entry options, called once for each method and again when its options change: <c>Size</c>, <c>Priority</c>, other durations in
    /// memory than in L2. They are a duplicate of the cache's DefaultEntryOptions with the method's policy mapped onto it.
    /// </summary>
    public Action<CachedMethod, FusionCacheEntryOptions>? ConfigureEntry { get; set; }
}
