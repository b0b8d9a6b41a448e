namespace CacheGen.Conformance;

/// <summary>The service of the suite: one method a policy, all on one scripted source.</summary>
[CachePrefix("catalog")]
public partial class Catalog(MethodCache cache)
{
    public ScriptedSource Source { get; } = new();

    [Cached(Key = "plain:{id}", Ttl = "10m")]
    public partial Task<string?> PlainAsync(int id, CancellationToken ct = default);

    [Cached(Key = "defaults:{id}", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> DefaultsAsync(int id);

    [Cached(Key = "valuetask:{id}", Ttl = "10m", Source = nameof(PlainCoreAsync))]
    public partial ValueTask<string?> ValueTaskAsync(int id, CancellationToken ct = default);

    [Cached(Key = "sync:{id}", Ttl = "10m")]
    public partial string? Sync(int id, CancellationToken ct = default);

    [Cached(Key = "syncbounded:{id}", Ttl = "10m", HardTimeout = "2s", Source = nameof(SyncCore))]
    public partial string? SyncBounded(int id, CancellationToken ct = default);

    [Cached(Key = "jitter:{id}", Ttl = "10m", Jitter = "5m", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> JitterAsync(int id);

    [Cached(Key = "miss:{id}", Ttl = "10m", MissTtl = "1m", FailSafe = "1d", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> MissAsync(int id);

    [Cached(Key = "stalemiss:{id}", Ttl = "10m", MissTtl = "1m", MissFailSafe = "1h", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> StaleMissAsync(int id, CancellationToken ct = default);

    [Cached(Key = "staleboth:{id}", Ttl = "10m", MissTtl = "1m", MissFailSafe = "1h", FailSafe = "1d", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> StaleBothAsync(int id);

    [Cached(Key = "softmiss:{id}", Ttl = "10m", MissTtl = "1m", MissFailSafe = "1h", SoftTimeout = "1s", HardTimeout = "60s", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> SoftMissAsync(int id);

    [Cached(Key = "refreshmiss:{id}", Ttl = "10m", MissTtl = "8m", MissFailSafe = "1h", RefreshAfter = "5m", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> RefreshMissAsync(int id, CancellationToken ct = default);

    [Cached(Key = "failsafe:{id}", Ttl = "10m", FailSafe = "1d", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> FailSafeAsync(int id, CancellationToken ct = default);

    [Cached(Key = "soft:{id}", Ttl = "10m", FailSafe = "1d", SoftTimeout = "1s", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> SoftAsync(int id, CancellationToken ct = default);

    [Cached(Key = "hard:{id}", Ttl = "10m", FailSafe = "1d", HardTimeout = "2s", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> HardAsync(int id);

    [Cached(Key = "refresh:{id}", Ttl = "10m", RefreshAfter = "5m", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> RefreshAsync(int id, CancellationToken ct = default);

    [Cached(Key = "endless:{id}")]
    public partial Task<string?> EndlessAsync(int id);

#pragma warning disable CG1008 // That it is found out is what is tested.
    private Task<string?> EndlessCoreAsync(int id) => EndlessAsync(id);
#pragma warning restore CG1008

    private Task<string?> PlainCoreAsync(int id, CancellationToken ct) => Source.LoadAsync(ct);

    private string? SyncCore(int id, CancellationToken ct) => Source.LoadAsync(ct).GetAwaiter().GetResult();
}
