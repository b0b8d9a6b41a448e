namespace CacheGen.Conformance;

/// <summary>Methods whose loads take leases of a limiter called "api".</summary>
[CachePrefix("limited")]
public partial class LimitedCatalog(MethodCache cache)
{
    public ScriptedSource Source { get; } = new();

    [Cached(Key = "plain:{id}", Ttl = "10m", RateLimit = "api")]
    public partial Task<string?> PlainAsync(int id, CancellationToken ct = default);

    [Cached(Key = "sync:{id}", Ttl = "10m", RateLimit = "api")]
    public partial string? Sync(int id, CancellationToken ct = default);

    [Cached(Key = "failsafe:{id}", Ttl = "10m", FailSafe = "1d", RateLimit = "api", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> FailSafeAsync(int id, CancellationToken ct = default);

    [Cached(Key = "stalemiss:{id}", Ttl = "10m", MissTtl = "1m", MissFailSafe = "1h", RateLimit = "api", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> StaleMissAsync(int id);

    [Cached(Key = "soft:{id}", Ttl = "10m", FailSafe = "1d", SoftTimeout = "1s", RateLimit = "api", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> SoftAsync(int id);

    [Cached(Key = "hard:{id}", Ttl = "10m", HardTimeout = "2s", RateLimit = "api", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> HardAsync(int id);

    [Cached(Key = "refresh:{id}", Ttl = "10m", RefreshAfter = "5m", RateLimit = "api", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> RefreshAsync(int id);

    [Cached(Key = "misspelt:{id}", RateLimit = "apj", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> MisspeltAsync(int id);

    private Task<string?> PlainCoreAsync(int id, CancellationToken ct) => Source.LoadAsync(ct);

    private string? SyncCore(int id, CancellationToken ct) => Source.LoadAsync(ct).GetAwaiter().GetResult();
}
