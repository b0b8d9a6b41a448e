namespace CacheGen.Conformance;

/// <summary>A service whose methods are configured while it runs.</summary>
[CachePrefix("configured")]
public partial class ConfiguredCatalog(MethodCache cache)
{
    public ScriptedSource Source { get; } = new();

    [Cached(Key = "plain:{id}", Ttl = "10m", Tags = new[] { "plain" })]
    public partial Task<string?> PlainAsync(int id, CancellationToken ct = default);

    [Cached(Key = "slow:{id}", Ttl = "10m", Profile = "slow", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> SlowAsync(int id, CancellationToken ct = default);

    [Cached(Key = "failsafe:{id}", Ttl = "10m", MissTtl = "5m", FailSafe = "1d", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> FailSafeAsync(int id);

    [Cached(Key = "defaults:{id}", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> DefaultsAsync(int id);

    [Cached(Key = "learning:{id}", AdaptiveTtl = "10m..40m", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> LearningAsync(int id);

    private Task<string?> PlainCoreAsync(int id, CancellationToken ct) => Source.LoadAsync(ct);
}
