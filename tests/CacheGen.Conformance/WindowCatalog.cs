namespace CacheGen.Conformance;

/// <summary>Single-item methods whose loads are joined.</summary>
[CachePrefix("windows")]
public partial class WindowCatalog(MethodCache cache)
{
    public ScriptedBatches Source { get; } = new();

    [Cached(Key = "item:{id}", Ttl = "10m", FailSafe = "1d", Batch = nameof(LoadManyAsync), BatchWindow = "5ms")]
    public partial Task<string?> ItemAsync(int id, CancellationToken ct = default);

    [Cached(Key = "valuetask:{id}:{market}", Ttl = "10m", Batch = nameof(LoadOfMarketAsync), BatchWindow = "5ms")]
    public partial ValueTask<string?> OfMarketAsync(int id, string? market);

    [Cached(Key = "track:{id}", Ttl = "10m", Batch = nameof(TracksAsync), BatchWindow = "5ms")]
    public partial Task<string?> TrackAsync(int id, CancellationToken ct = default);

    [CachedBatch(Of = nameof(TrackAsync), MaxBatch = 2)]
    public partial Task<IReadOnlyDictionary<int, string>> TracksAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [Cached(Key = "sync:{id}", Ttl = "10m", Batch = nameof(LoadMany), BatchWindow = "5ms")]
    public partial string? Sync(int id);

    [Cached(Key = "limited:{id}", Ttl = "10m", Batch = nameof(LimitedManyAsync), BatchWindow = "5ms", RateLimit = "api")]
    public partial Task<string?> LimitedAsync(int id, CancellationToken ct = default);

    [CachedBatch(Of = nameof(LimitedAsync), MaxBatch = 3, Source = nameof(LoadManyAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> LimitedManyAsync(int[] ids, CancellationToken ct = default);

    private Task<Dictionary<int, string>> LoadManyAsync(int[] ids, CancellationToken ct) => Source.LoadAsync(ids, ct);

    private async Task<IDictionary<int, string>> LoadOfMarketAsync(string? market, List<int> ids) =>
        (await Source.LoadAsync(ids, default)).ToDictionary(pair => pair.Key, pair => pair.Value + market);

    private Task<Dictionary<int, string>> TracksCoreAsync(IReadOnlyCollection<int> ids, CancellationToken ct) => Source.LoadAsync(ids, ct);

    private Dictionary<int, string> LoadMany(IEnumerable<int> ids) => Source.LoadAsync(ids, default).GetAwaiter().GetResult();
}
