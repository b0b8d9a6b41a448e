using System.Collections.Concurrent;

namespace CacheGen.Conformance;

/// <summary>Methods that say several things at once.</summary>
[CachePrefix("together")]
public partial class TogetherCatalog(MethodCache cache)
{
    public ScriptedSource Source { get; } = new();

    public ScriptedBatches Many { get; } = new();

    public StreamSource Streams { get; } = new();

    /// <summary>What ValidWhen says of a cached value.</summary>
    public Func<string, bool> Valid { get; set; } = _ => true;

    /// <summary>The threads that ran synchronous sources.</summary>
    public ConcurrentQueue<int> Threads { get; } = [];

    [Cached(Key = "valid:{id}", Ttl = "10m", RefreshAfter = "5m", RateLimit = "api", ValidWhen = nameof(IsValid), Source = nameof(LoadAsync))]
    public partial Task<string?> ValidAsync(int id);

    [Cached(Key = "validfail:{id}", Ttl = "10m", RateLimit = "api", FailWhen = nameof(IsError), ValidWhen = nameof(IsValid), Source = nameof(LoadAsync))]
    public partial Task<string?> ValidOrFailedAsync(int id);

    [Cached(Key = "window:{id}", Ttl = "10m", RateLimit = "api", Batch = nameof(LoadManyAsync), BatchWindow = "5ms")]
    public partial Task<string?> WindowAsync(int id, CancellationToken ct = default);

    [CachedBatch(Key = "limited:{id}", Ttl = "10m", FailSafe = "1d", MaxBatch = 2, RateLimit = "api", Source = nameof(LoadManyAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> LimitedAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "misspelt:{id}", Ttl = "10m", FailSafe = "1d", RateLimit = "apj", Source = nameof(LoadManyAsync))]
    public partial Task<IReadOnlyDictionary<int, string>> MisspeltAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [CachedBatch(Key = "sync:{id}", Ttl = "10m", RateLimit = "api")]
    public partial IReadOnlyDictionary<int, string> Sync(IReadOnlyCollection<int> ids);

    [Cached(Key = "judged:{id}", Ttl = "10m", FailSafe = "1d", FailWhen = nameof(IsError), StoreWhen = nameof(IsComplete), IsMiss = nameof(IsNone), TtlFrom = nameof(TtlOf), NeverServeStaleOn = new[] { typeof(KeyNotFoundException) })]
    public partial Task<string?> JudgedAsync(int id, CancellationToken ct = default);

    [CachedBatch(Of = nameof(JudgedAsync))]
    public partial Task<IReadOnlyDictionary<int, string?>> ManyJudgedAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

    [Updates(nameof(JudgedAsync), Source = nameof(PutCore))]
    public partial string? Put(int id, string? value);

    [Cached(Key = "stream:{id}", Ttl = "10m", MaxItems = 2, RateLimit = "api")]
    public partial IAsyncEnumerable<Track> StreamAsync(int id, CancellationToken ct = default);

    /// <summary>What a batch finds for an id.</summary>
    public Func<int, string?> Judged { get; set; } = id => $"{id}";

    /// <summary>What the next batches throw.</summary>
    public Exception? Fails { get; set; }

    private Task<string?> LoadAsync(int id, CancellationToken ct) => Source.LoadAsync(ct);

    private async Task<IReadOnlyDictionary<int, string>> LoadManyAsync(IReadOnlyCollection<int> ids, CancellationToken ct) => await Many.LoadAsync(ids, ct);

    private Dictionary<int, string> SyncCore(IReadOnlyCollection<int> ids)
    {
        Threads.Enqueue(Environment.CurrentManagedThreadId);
        return ids.ToDictionary(id => id, id => $"{id}");
    }

    private Task<string?> JudgedCoreAsync(int id, CancellationToken ct) => Task.FromResult(Judged(id));

    private Task<Dictionary<int, string?>> ManyJudgedCoreAsync(IReadOnlyCollection<int> ids, CancellationToken ct) =>
        Fails is { } failure ? Task.FromException<Dictionary<int, string?>>(failure) : Task.FromResult(ids.ToDictionary(id => id, Judged));

    private IAsyncEnumerable<Track> StreamCoreAsync(int id, CancellationToken ct) => Streams.OpenAsync(ct);

    private static string? PutCore(int id, string? value) => value;

    private bool IsValid(string value) => Valid(value);

    private static bool IsError(string? value) => value is not null && value.StartsWith("error", StringComparison.Ordinal);

    private static bool IsComplete(string value) => !value.EndsWith('?');

    private static bool IsNone(string value) => value == "none";

    private static TimeSpan? TtlOf(string value) => value == "long" ? TimeSpan.FromMinutes(20) : null;
}

/// <summary>A batch whose source is an iterator over what belongs to a request.</summary>
[CachePrefix("requested")]
public partial class RequestedBatches(Session session, ScriptedSource source, MethodCache cache)
{
    [CachedBatch(Key = "lazy:{id}", Ttl = "10m", BackgroundScope = true, RateLimit = "api")]
    public partial IReadOnlyDictionary<int, string> Lazy(IReadOnlyCollection<int> ids);

    private IEnumerable<KeyValuePair<int, string>> LazyCore(IReadOnlyCollection<int> ids)
    {
        foreach (var id in ids)
        {
            session.LoadAsync(source, default).GetAwaiter().GetResult();
            yield return KeyValuePair.Create(id, $"{id}");
        }
    }
}
