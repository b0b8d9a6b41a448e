using System.Runtime.CompilerServices;
using CacheGen.Fusion;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen;

/// <summary>For code that has a FusionCache already.</summary>
public static class FusionCacheExtensions
{
    private static readonly ConditionalWeakTable<IFusionCache, MethodCache> s_engines = [];

    /// <summary>
    /// The same cache as a <see cref="MethodCache"/>, so that a class which holds an IFusionCache may use [Cached] at once. Keys carry
    /// neither prefix nor fingerprint: where a method's key reads like one written by hand, both see the same entry.
    /// </summary>
    /// <remarks>Asked again for the same cache it returns the same engine, so that all callers of a key share its load.</remarks>
    public static MethodCache AsMethodCache(this IFusionCache cache)
    {
        ArgumentNullException.ThrowIfNull(cache);
        return s_engines.GetValue(
            cache, static fusion => new FusionMethodCache(fusion, new CacheGenOptions(), new FusionEngineOptions { KeysCarryFingerprint = false }));
    }

    /// <summary>The same, with options of its own: a new engine at each call, so keep it.</summary>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    public static MethodCache AsMethodCache(this IFusionCache cache, CacheGenOptions options, FusionEngineOptions? engineOptions = null)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(options);
        return new FusionMethodCache(cache, options, engineOptions ?? new FusionEngineOptions());
    }
}
