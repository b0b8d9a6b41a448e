namespace CacheGen.Conformance;

/// <summary>The service of the tests about values: what a value says of itself is in its text.</summary>
[CachePrefix("values")]
public partial class ValueCatalog(MethodCache cache)
{
    public ScriptedSource Source { get; } = new();

    /// <summary>What ValidWhen's predicates answer, of the value and the scene asked for.</summary>
    public Func<string, string, Task<bool>> Valid { get; set; } = (_, _) => Task.FromResult(true);

    [Cached(Key = "miss:{id}", Ttl = "10m", MissTtl = "1m", FailSafe = "1d", IsMiss = nameof(IsNone), Source = nameof(LoadAsync))]
    public partial Task<string?> MissAsync(int id);

    [Cached(Key = "unkept:{id}", Ttl = "10m", FailSafe = "1d", IsMiss = nameof(IsNone), Source = nameof(LoadAsync))]
    public partial Task<string?> UnkeptMissAsync(int id);

    [Cached(Key = "store:{id}", Ttl = "10m", FailSafe = "1d", StoreWhen = nameof(IsComplete), Source = nameof(LoadAsync))]
    public partial Task<string?> StoreAsync(int id);

    [Cached(Key = "storebehind:{id}", Ttl = "10m", FailSafe = "1d", RefreshAfter = "5m", StoreWhen = nameof(IsComplete), Source = nameof(LoadAsync))]
    public partial Task<string?> StoreBehindAsync(int id);

    [Cached(Key = "ttl:{id}", Ttl = "10m", FailSafe = "1h", TtlFrom = nameof(TtlOf), Source = nameof(LoadAsync))]
    public partial Task<string?> TtlAsync(int id);

    [Cached(Key = "ttlrefresh:{id}", Ttl = "10m", RefreshAfter = "15m", TtlFrom = nameof(TtlOf), Source = nameof(LoadAsync))]
    public partial Task<string?> TtlRefreshAsync(int id);

    [Cached(Key = "adaptive:{id}", AdaptiveTtl = "10m..30m", Source = nameof(LoadAsync))]
    public partial Task<string?> AdaptiveAsync(int id);

    [Cached(Key = "fail:{id}", Ttl = "10m", FailSafe = "1d", FailWhen = nameof(IsError), Source = nameof(LoadAsync))]
    public partial Task<string?> FailAsync(int id, CancellationToken ct = default);

    [Cached(Key = "failsync:{id}", Ttl = "10m", FailSafe = "1d", FailWhen = nameof(IsError))]
    public partial string? FailSync(int id);

    [Cached(Key = "failbehind:{id}", Ttl = "10m", FailSafe = "1d", RefreshAfter = "5m", FailWhen = nameof(IsError), Source = nameof(LoadAsync))]
    public partial Task<string?> FailBehindAsync(int id);

    [Cached(Key = "failsoft:{id}", Ttl = "10m", FailSafe = "1d", SoftTimeout = "1s", HardTimeout = "60s", FailWhen = nameof(IsError), Source = nameof(LoadAsync))]
    public partial Task<string?> FailSoftAsync(int id);

    [Cached(Key = "aftersome:{id}", Ttl = "10m", FailSafe = "1d", ServeStaleOn = new[] { typeof(IOException), typeof(OperationCanceledException) }, Source = nameof(LoadAsync))]
    public partial Task<string?> AfterSomeAsync(int id);

    [Cached(Key = "never:{id}", Ttl = "10m", FailSafe = "1d", NeverServeStaleOn = new[] { typeof(KeyNotFoundException), typeof(FileNotFoundException) }, ServeStaleOn = new[] { typeof(IOException), typeof(InvalidOperationException) }, Source = nameof(LoadAsync))]
    public partial Task<string?> NeverAsync(int id);

    [Cached(Key = "nevermiss:{id}", Ttl = "10m", MissTtl = "1m", MissFailSafe = "1h", IsMiss = nameof(IsNone), NeverServeStaleOn = new[] { typeof(KeyNotFoundException) }, ServeStaleOn = new[] { typeof(InvalidOperationException) }, Source = nameof(LoadAsync))]
    public partial Task<string?> NeverMissAsync(int id);

    [Cached(Key = "failmiss:{id}", Ttl = "10m", MissTtl = "1m", MissFailSafe = "1h", IsMiss = nameof(IsNone), FailWhen = nameof(IsError), Source = nameof(LoadAsync))]
    public partial Task<string?> FailMissAsync(int id);

    [Cached(Key = "validmiss:{id}", Ttl = "10m", MissTtl = "1m", MissFailSafe = "1h", IsMiss = nameof(IsNone), ValidWhen = nameof(IsValid), Source = nameof(ValidCoreAsync))]
    public partial Task<string?> ValidMissAsync(int id, [NotInKey] string scene = "", CancellationToken ct = default);

    [Cached(Key = "neverbehind:{id}", Ttl = "10m", FailSafe = "1d", RefreshAfter = "5m", NeverServeStaleOn = new[] { typeof(KeyNotFoundException) }, Source = nameof(LoadAsync))]
    public partial Task<string?> NeverBehindAsync(int id);

    [Cached(Key = "nevershort:{id}", Ttl = "1ms", FailSafe = "1d", NeverServeStaleOn = new[] { typeof(KeyNotFoundException) }, Source = nameof(LoadAsync))]
    public partial Task<string?> NeverShortAsync(int id);

    [Cached(Key = "valid:{id}", Ttl = "10m", FailSafe = "1d", ValidWhen = nameof(IsValidAsync))]
    public partial Task<string?> ValidAsync(int id, [NotInKey] string scene = "", CancellationToken ct = default);

    [Cached(Key = "validtask:{id}", Ttl = "10m", ValidWhen = nameof(IsValidAsync), Source = nameof(ValidCoreAsync))]
    public partial ValueTask<string?> ValidValueTaskAsync(int id, [NotInKey] string scene = "", CancellationToken ct = default);

    [Cached(Key = "validsync:{id}", Ttl = "10m", ValidWhen = nameof(IsValid))]
    public partial string? ValidSync(int id, [NotInKey] string scene = "");

    [Cached(Key = "validrefresh:{id}", Ttl = "10m", RefreshAfter = "5m", ValidWhen = nameof(IsValid), Source = nameof(ValidCoreAsync))]
    public partial Task<string?> ValidRefreshAsync(int id, [NotInKey] string scene = "", CancellationToken ct = default);

    [Cached(Key = "validtagged:{id}", Ttl = "10m", Tags = new[] { "all" }, ValidWhen = nameof(IsValid), Source = nameof(ValidCoreAsync))]
    public partial Task<string?> ValidTaggedAsync(int id, [NotInKey] string scene = "", CancellationToken ct = default);

    private Task<string?> LoadAsync(int id, CancellationToken ct) => Source.LoadAsync(ct);

    private string? FailSyncCore(int id) => Source.LoadAsync(default).GetAwaiter().GetResult();

    private Task<string?> ValidCoreAsync(int id, string scene, CancellationToken ct) => Source.LoadAsync(ct);

    private string? ValidSyncCore(int id, string scene) => Source.LoadAsync(default).GetAwaiter().GetResult();

    private Task<bool> IsValidAsync(string value, string scene) => Valid(value, scene);

    private bool IsValid(string value, string scene) => Valid(value, scene).GetAwaiter().GetResult();

    private static bool IsNone(string value) => value == "none";

    private static bool IsComplete(string value) => !value.EndsWith('?');

    private static bool IsError(string? value) => value is not null && value.StartsWith("error", StringComparison.Ordinal);

    /// <summary>"20m" lives for 20 minutes; all else as long as the attribute says.</summary>
    private static TimeSpan? TtlOf(string value) => value.EndsWith('m') ? TimeSpan.FromMinutes(int.Parse(value[..^1], System.Globalization.CultureInfo.InvariantCulture)) : null;
}
