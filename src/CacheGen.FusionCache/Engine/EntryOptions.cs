using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Fusion;

/// <summary>
/// A method's policy as FusionCache's entry options. Each begins as a duplicate of the cache's own DefaultEntryOptions, so what
/// the user set there (L2 timeouts, sizes, priorities, background operations) holds wherever the policy says nothing.
/// </summary>
internal sealed class EntryOptions
{
    private readonly CachePolicy _policy;
    private readonly FusionCacheEntryOptions? _storedMiss;

    public EntryOptions(CachedMethod method, CachePolicy policy, FusionMethodCache cache)
    {
        _policy = policy;
        var defaults = cache.Fusion.CreateEntryOptions();
        Load = Map(_policy, cache.Options, defaults);
        cache.EngineOptions.ConfigureEntry?.Invoke(method, Load);
        ServesStaleValues = Load.IsFailSafeEnabled;
        ServesStaleMisses = IsOn(policy.MissTtl) && IsOn(policy.MissFailSafe);
        if (ServesStaleMisses && !ServesStaleValues)
        {
            // Whether anything stale may serve FusionCache asks the options of the load. What it reads from L2 it keeps by them too.
            Load.IsFailSafeEnabled = true;
            Load.FailSafeMaxDuration = Load.Duration;
        }

        Hit = Load.Duplicate();
        Hit.SkipDistributedCacheRead = true;
        Hit.AllowStaleOnReadOnly = false;
        Any = Hit.Duplicate();
        Any.AllowStaleOnReadOnly = true;
        Here = Hit.Duplicate();
        Here.SkipDistributedCacheWrite = true;
        Here.SkipBackplaneNotifications = true;
        Read = Load.Duplicate();
        Read.AllowStaleOnReadOnly = false;
        Unlocked = Load.Duplicate();
        Unlocked.MemoryLockTimeout = TimeSpan.Zero;
        Store = Load.Duplicate();
        Store.AllowBackgroundDistributedCacheOperations = false;
        Store.IsFailSafeEnabled = ServesStaleValues;
        if (IsOn(_policy.MissTtl))
        {
            _storedMiss = Store.Duplicate();
            TurnIntoMiss(_storedMiss);
        }

        Times = new HitTimes(policy, Load, cache.EngineOptions.FrontWindow);
    }

    /// <summary>How long hits may do without asking.</summary>
    public HitTimes Times { get; }

    /// <summary>How long a load may take; null: as long as it likes. FusionCache's own would let the source go on and keep the lock of the key.</summary>
    public TimeSpan? HardTimeout => IsOn(_policy.HardTimeout) ? _policy.HardTimeout : null;

    /// <summary>A miss is stored.</summary>
    public bool KeepsMisses => _storedMiss is not null;

    /// <summary>A value may serve past its Ttl when the source fails.</summary>
    public bool ServesStaleValues { get; }

    /// <summary>A miss may serve past its MissTtl when the source fails.</summary>
    public bool ServesStaleMisses { get; }

    /// <summary>Of a load.</summary>
    public FusionCacheEntryOptions Load { get; }

    /// <summary>Of a load that must not wait for one that was invalidated and still holds FusionCache's lock of the key.</summary>
    public FusionCacheEntryOptions Unlocked { get; }

    /// <summary>Of a look for a hit: this process's memory only, fresh values only.</summary>
    public FusionCacheEntryOptions Hit { get; }

    /// <summary>Of a look at what this process's memory holds, stale values too.</summary>
    public FusionCacheEntryOptions Any { get; }

    /// <summary>Of what is done to this process's memory only.</summary>
    public FusionCacheEntryOptions Here { get; }

    /// <summary>Of a look at both levels.</summary>
    public FusionCacheEntryOptions Read { get; }

    /// <summary>Of a value that is stored or removed by hand: awaited means done, in L2 too.</summary>
    public FusionCacheEntryOptions Store { get; }

    /// <summary>Of a value that is stored by hand; null where it is not to be stored but removed.</summary>
    public FusionCacheEntryOptions? OfStored(ValueVerdict verdict)
    {
        if (verdict.Use != ValueUse.Keep)
            return verdict.Use == ValueUse.KeepAsMiss ? _storedMiss : null;
        if (verdict.Ttl is null)
            return Store;
        var options = Store.Duplicate();
        Apply(verdict, options);
        return options;
    }

    /// <summary>Makes options those of one value.</summary>
    public void Apply(ValueVerdict verdict, FusionCacheEntryOptions options)
    {
        if (verdict.Use == ValueUse.KeepAsMiss)
        {
            TurnIntoMiss(options);
            return;
        }

        // The load may have been given another for the sake of misses.
        options.IsFailSafeEnabled = ServesStaleValues;
        if (verdict.Ttl is { } ttl)
            TurnInto(options, ttl);
    }

    /// <summary>FusionCache may let the callers of a load go while the source goes on: with a stale value, or with a timeout.</summary>
    public bool MayGoOnBehind => IsSet(Load.FactorySoftTimeout) || IsSet(Load.FactoryHardTimeout);

    /// <summary>All that is said relative to the Ttl is relative to this one.</summary>
    private void TurnInto(FusionCacheEntryOptions options, TimeSpan ttl)
    {
        options.Duration = ttl;
        if (_policy.FailSafe is { } failSafe)
            options.FailSafeMaxDuration = Sum(ttl, failSafe);
        if (_policy.RefreshAfter is { } after)
            options.EagerRefreshThreshold = ThresholdOf(after, ttl);
        Shorten(options, ttl);
    }

    /// <summary>A miss is kept for MissTtl, never refreshed early, and serves as a stale value for MissFailSafe only.</summary>
    private void TurnIntoMiss(FusionCacheEntryOptions options)
    {
        var missTtl = _policy.MissTtl ?? TimeSpan.Zero;
        options.Duration = missTtl;
        options.JitterMaxDuration = TimeSpan.Zero;
        options.IsFailSafeEnabled = ServesStaleMisses;
        if (ServesStaleMisses)
        {
            options.FailSafeMaxDuration = Sum(missTtl, _policy.MissFailSafe ?? TimeSpan.Zero);
            options.DistributedCacheFailSafeMaxDuration = null;
        }

        options.EagerRefreshThreshold = null;
        Shorten(options, missTtl);
    }

    private static void Shorten(FusionCacheEntryOptions options, TimeSpan ttl)
    {
        if (options.MemoryCacheDuration > ttl)
            options.MemoryCacheDuration = ttl;
        if (options.DistributedCacheDuration > ttl)
            options.DistributedCacheDuration = ttl;
    }

    private static float? ThresholdOf(TimeSpan after, TimeSpan ttl) => after > TimeSpan.Zero && after < ttl ? (float)(after / ttl) : null;

    /// <summary>A failed L2, backplane or serializer is FusionCache's to log and to recover from; no caller fails by it.</summary>
    public static void NeverThrow(FusionCacheEntryOptions options)
    {
        options.ReThrowDistributedCacheExceptions = false;
        options.ReThrowSerializationExceptions = false;
        options.ReThrowBackplaneExceptions = false;
        options.ReThrowDistributedLockerExceptions = false;
    }

    private static FusionCacheEntryOptions Map(CachePolicy policy, CacheGenOptions cache, FusionCacheEntryOptions options)
    {
        options.Duration = policy.Ttl
            ?? (options.Duration != FusionCacheGlobalDefaults.EntryOptionsDuration ? options.Duration : cache.DefaultTtl);
        options.JitterMaxDuration = policy.Jitter ?? options.JitterMaxDuration;
        // Where the policy says nothing the user's defaults hold; zero switches off what they switch on.
        if (policy.FailSafe is { } failSafe)
        {
            // FusionCache counts from the moment of storing, the policy from the end of the Ttl.
            options.IsFailSafeEnabled = failSafe > TimeSpan.Zero;
            options.FailSafeMaxDuration = Sum(options.Duration, failSafe);
            options.DistributedCacheFailSafeMaxDuration = null;
        }

        if (options.FailSafeThrottleDuration == FusionCacheGlobalDefaults.EntryOptionsFailSafeThrottleDuration)
            options.FailSafeThrottleDuration = cache.FailSafeThrottle;
        if (policy.SoftTimeout is { } soft)
        {
            options.FactorySoftTimeout = soft > TimeSpan.Zero ? soft : Timeout.InfiniteTimeSpan;
            options.AllowTimedOutFactoryBackgroundCompletion = true;
        }

        if (policy.RefreshAfter is { } after)
            options.EagerRefreshThreshold = ThresholdOf(after, options.Duration);
        NeverThrow(options);
        return options;
    }

    private static bool IsOn(TimeSpan? time) => time > TimeSpan.Zero;

    private static bool IsSet(TimeSpan timeout) => timeout != Timeout.InfiniteTimeSpan;

    private static TimeSpan Sum(TimeSpan ttl, TimeSpan failSafe) =>
        failSafe < TimeSpan.MaxValue - ttl ? ttl + failSafe : TimeSpan.MaxValue;
}
