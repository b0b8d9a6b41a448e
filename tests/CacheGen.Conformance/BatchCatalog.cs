namespace CacheGen.Conformance;

/// <summary>Batch methods, one a policy, all on one scripted source.</summary>
[CachePrefix("batches")]
public partial class BatchCatalog(MethodCache cache)
{
    public ScriptedBatches Source { get; } = new();

    /// <summary>What the single-item method's own source was asked for.</summary>
    public List<int> Singles { get; } = [];

    [Cached(Key = "track:{id}", Ttl = "10m", MissTtl = "1m")]
    public partial Task<string?> TrackAsync(int id, CancellationToken ct = default);

    [CachedBatch(Of = nameof(TrackAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> TracksAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Of = nameof(TrackAsync), MaxBatch = 2, Source = nameof(TracksCoreAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> ByTwosAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Of = nameof(TrackAsync), MaxBatch = 2, MaxParallel = 2, Source = nameof(TracksCoreAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> TwoAtATimeAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "maybe:{id}", Ttl = "10m", Source = nameof(TracksCoreAsync))]
    public partial ValueTask<Dictionary<int, string?>> MaybeAsync(IReadOnlyCollection<int> ids);

    [CachedBatch(Key = "failsafe:{id}", Ttl = "10m", FailSafe = "1d", MaxBatch = 2, Source = nameof(TracksCoreAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> FailSafeAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "stalemiss:{id}", Ttl = "10m", MissTtl = "1m", MissFailSafe = "1h", FailSafe = "1d", Source = nameof(TracksCoreAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> StaleMissesAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "soft:{id}", Ttl = "10m", FailSafe = "1d", SoftTimeout = "1s", Source = nameof(TracksCoreAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> SoftAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "hard:{id}", Ttl = "10m", HardTimeout = "2s", Source = nameof(TracksCoreAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> HardAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "refresh:{id}", Ttl = "10m", RefreshAfter = "5m", Source = nameof(TracksCoreAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> RefreshAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "sync:{id}", Ttl = "10m", MaxBatch = 2)]
    public partial IReadOnlyDictionary<int, string> Sync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "syncbounded:{id}", Ttl = "10m", HardTimeout = "2s", Source = nameof(SyncCore))]
    public partial IReadOnlyDictionary<int, string> SyncBounded(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "list:{id}:{market|lower}", Ttl = "10m", KeyOf = nameof(IdOf))]
    public partial Task<IReadOnlyList<string>> ListAsync(IEnumerable<int> ids, string market);

    [CachedBatch(Key = "name:{name|lower}", Ttl = "10m")]
    public partial Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyList<string> names);

    /// <summary>The name of each call of its source.</summary>
    public List<string> Names { get; } = [];

    private Task<string?> TrackCoreAsync(int id, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (Singles)
            Singles.Add(id);
        return Task.FromResult<string?>($"{id} alone");
    }

    private async Task<IReadOnlyDictionary<int, string>> TracksCoreAsync(IReadOnlyCollection<int> ids, CancellationToken ct) => await Source.LoadAsync(ids, ct);

    private Dictionary<int, string> SyncCore(IReadOnlyCollection<int> ids, CancellationToken ct) => Source.LoadAsync(ids, ct).GetAwaiter().GetResult();

    // In an order of its own, and with one that nobody asked for.
    private async Task<IEnumerable<string>> ListCoreAsync(IEnumerable<int> ids, string market) =>
        (await Source.LoadAsync(ids, default)).Values.Select(track => track + market).Append("0.0").Reverse();

    private static int IdOf(string track) => int.Parse(track.AsSpan(0, track.IndexOf('.', StringComparison.Ordinal)), provider: null);

    private Task<Dictionary<string, string>> NamesCoreAsync(HashSet<string> names)
    {
        Names.AddRange(names);
        return Task.FromResult(names.ToDictionary(name => name.ToUpperInvariant(), name => name + "!"));
    }
}
