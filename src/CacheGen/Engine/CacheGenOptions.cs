using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace CacheGen;

/// <summary>What holds for a whole cache.</summary>
public sealed class CacheGenOptions
{
    /// <summary>Stands before every key, followed by a colon; empty for none. Useful where several services share one store.</summary>
    public string KeyPrefix { get; set; } = "";

    /// <summary>The Ttl of methods that state none. 5 minutes.</summary>
    public TimeSpan DefaultTtl { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// After a failed load whose callers were served a stale value: how long the next ones are served it without asking the
    /// source again. 30 seconds.
    /// </summary>
    public TimeSpan FailSafeThrottle { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many entries the in-process engine keeps, over all methods; beyond it those not read lately leave. 100,000.</summary>
    public int MaxEntries { get; set; } = 100_000;

    /// <summary>The clock. Tests give their own.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where failures that no caller sees are reported (a failed eager refresh, say). Set by AddCacheGen.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The services of the application, for what a method's attribute asks of them (limiters, fresh scopes). Set by AddCacheGen.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>
    /// The limiters that methods name in <see cref="CachePolicyAttribute.RateLimit"/>. Several caches may share one. With dependency
    /// injection, <c>services.AddCacheGen().AddRateLimiter(name, …)</c> adds them here.
    /// </summary>
    public IDictionary<string, RateLimiter> RateLimiters { get; private set; } = new Dictionary<string, RateLimiter>(StringComparer.Ordinal);

    /// <summary>The values of now: what the object is set to later concerns other caches.</summary>
    internal CacheGenOptions Snapshot()
    {
        var snapshot = (CacheGenOptions)MemberwiseClone();
        snapshot.RateLimiters = new Dictionary<string, RateLimiter>(RateLimiters, StringComparer.Ordinal);
        return snapshot;
    }

    /// <summary>Throws where a value makes no sense.</summary>
    /// <exception cref="ArgumentException">Says which option is wrong and what it may be.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(KeyPrefix);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (DefaultTtl <= TimeSpan.Zero)
            throw new ArgumentException($"CacheGenOptions.DefaultTtl is {DefaultTtl}: it must be longer than zero.");
        if (FailSafeThrottle < TimeSpan.Zero)
            throw new ArgumentException($"CacheGenOptions.FailSafeThrottle is {FailSafeThrottle}: it must not be negative; zero asks the source on every call.");
        if (MaxEntries < 1)
            throw new ArgumentException($"CacheGenOptions.MaxEntries is {MaxEntries}: it must be at least 1. To switch caching off use MethodCache.None.");
    }
}
