using System.Threading.RateLimiting;
using CacheGen.Configuration;
using Microsoft.Extensions.Logging;

namespace CacheGen;

/// <summary>What holds for a whole cache, and what is said of some of its methods over what their attributes say.</summary>
public sealed class CacheGenOptions
{
    private TimeProvider? _timeProvider;

    /// <summary>False: every call goes straight to its source, whatever is said of methods, profiles and prefixes. True.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Stands before every key, followed by a colon; empty for none. Useful where several services share one store.</summary>
    public string KeyPrefix { get; set; } = "";

    /// <summary>The Ttl of methods that state none. 5 minutes.</summary>
    public TimeSpan DefaultTtl { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// After a failed load whose callers were served a stale value: how long the next ones are served it without asking the
    /// source again. 30 seconds.
    /// </summary>
    public TimeSpan FailSafeThrottle { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many entries the in-process engine keeps, over all methods; beyond it those of least use leave. 100,000. A method may
    /// have room of its own beside that: <see cref="CachePolicyAttribute.MaxEntries"/>.
    /// </summary>
    public int MaxEntries { get; set; } = 100_000;

    /// <summary>
    /// How many bytes the entries of the in-process engine take at most, as <see cref="Sizer"/> tells, but for those of methods with room of their own; beyond it those not
    /// read lately leave, and a value that is larger than all of it is not kept. Null: no bound but <see cref="MaxEntries"/>.
    /// </summary>
    public long? MaxBytes { get; set; }

    /// <summary>Says how large values are, where <see cref="MaxBytes"/> bounds them.</summary>
    public ICacheSizer? Sizer { get; set; }

    /// <summary>
    /// The clock. Where none is set, in-process caches of AddCacheGen go by the one that is registered with the application's services, all
    /// others by the system's. Tests give their own.
    /// </summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider ?? TimeProvider.System;
        set => _timeProvider = value;
    }

    /// <summary>Where failures that no caller sees are reported (a failed eager refresh, say). Set by AddCacheGen.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The services of the application, for what a method's attribute asks of them (limiters, fresh scopes). Set by AddCacheGen.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>
    /// The limiters that methods name in <c>RateLimit</c>, for loads and for writes. Several caches may share one. With dependency
    /// injection, <c>services.AddCacheGen().AddRateLimiter(name, …)</c> adds them here.
    /// </summary>
    public IDictionary<string, RateLimiter> RateLimiters { get; private set; } = new Dictionary<string, RateLimiter>(StringComparer.Ordinal);

    /// <summary>Overrides for all methods whose keys begin with a prefix: that of <c>[CachePrefix]</c>, or the type's full name.</summary>
    public CachePolicyOverrideCollection Prefixes { get; private set; } = new();

    /// <summary>Overrides for all methods whose attribute names this <c>Profile</c>. They come before those of the prefix.</summary>
    public CachePolicyOverrideCollection Profiles { get; private set; } = new();

    /// <summary>
    /// Overrides for single methods, by id (<c>Namespace.Type.Method(parameter types)</c>), the parameters left out where the name alone is
    /// clear, the namespace likewise. They come before all others.
    /// </summary>
    public CachePolicyOverrideCollection Methods { get; private set; } = new();

    /// <summary>What the configuration said that could not be read.</summary>
    internal List<string> Unreadable { get; private set; } = [];

    /// <summary>The clock to go by where none is set.</summary>
    internal void DefaultTo(TimeProvider? registered) => _timeProvider ??= registered;

    /// <summary>The values of now: what the object is set to later concerns other caches.</summary>
    internal CacheGenOptions Snapshot()
    {
        var snapshot = (CacheGenOptions)MemberwiseClone();
        snapshot.RateLimiters = new Dictionary<string, RateLimiter>(RateLimiters, StringComparer.Ordinal);
        snapshot.TakeOverrides(this);
        return snapshot;
    }

    /// <summary>These options with what may change while a cache lives taken from others.</summary>
    internal CacheGenOptions With(CacheGenOptions live)
    {
        var merged = (CacheGenOptions)MemberwiseClone();
        merged.DefaultTtl = live.DefaultTtl;
        merged.FailSafeThrottle = live.FailSafeThrottle;
        merged.Enabled = live.Enabled;
        merged.TakeOverrides(live);
        return merged;
    }

    /// <summary>All values of others in place of one's own.</summary>
    internal void Become(CacheGenOptions others)
    {
        (KeyPrefix, _timeProvider, LoggerFactory, Services) = (others.KeyPrefix, others._timeProvider, others.LoggerFactory, others.Services);
        (MaxEntries, MaxBytes, Sizer) = (others.MaxEntries, others.MaxBytes, others.Sizer);
        (DefaultTtl, FailSafeThrottle, Enabled, Unreadable) = (others.DefaultTtl, others.FailSafeThrottle, others.Enabled, others.Unreadable);
        RateLimiters = others.RateLimiters;
        TakeOverrides(others);
    }

    /// <summary>What is said of a method, from the least to the most particular.</summary>
    internal IEnumerable<CachePolicyOverride> OverridesOf(CachedMethod method)
    {
        var id = MethodNames.Open(method.Id);
        return new[] { Prefixes.Find(method.Prefix), Profiles.Find(method.Profile) }
            .Concat(Methods.Where(said => MethodNames.IsNameOf(said.Key, id)).OrderBy(said => said.Key.Length).Select(said => said.Value))
            .OfType<CachePolicyOverride>();
    }

    /// <summary>Throws where a value makes no sense, or something is said of a method, profile or prefix that does not exist.</summary>
    /// <exception cref="ArgumentException">Says of each wrong option what it may be.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(KeyPrefix);
        if (OptionsCheck.ProblemsOf(this).ToArray() is { Length: > 0 } problems)
            throw new ArgumentException(string.Join(Environment.NewLine, problems));
    }

    private void TakeOverrides(CacheGenOptions others)
    {
        Prefixes = others.Prefixes.Clone();
        Profiles = others.Profiles.Clone();
        Methods = others.Methods.Clone();
    }
}
