namespace CacheGen.Conformance;

/// <summary>What a request owns and nobody may use after it: a DbContext, say.</summary>
public sealed class Session(Sessions all) : IDisposable
{
    private bool _isDisposed;

    public async Task<string?> LoadAsync(ScriptedSource source, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        all.Used();
        var value = await source.LoadAsync(ct);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return value;
    }

    public void Dispose()
    {
        if (!_isDisposed)
            all.Closed();
        _isDisposed = true;
    }
}

/// <summary>Counts sessions of all scopes.</summary>
public sealed class Sessions
{
    private int _used;
    private int _closed;

    /// <summary>Sessions that loads have used.</summary>
    public int InUse => Volatile.Read(ref _used);

    public int Ended => Volatile.Read(ref _closed);

    public void Used() => Interlocked.Increment(ref _used);

    public void Closed() => Interlocked.Increment(ref _closed);
}

/// <summary>A service of a request's scope. Each policy is there with a scope of the loads' own, and without.</summary>
[CachePrefix("scoped")]
public partial class ScopedCatalog(Session session, ScriptedSource source, MethodCache cache)
{
    [Cached(Key = "plain:{id}", Ttl = "10m", BackgroundScope = true)]
    public partial Task<string?> PlainAsync(int id, CancellationToken ct = default);

    [Cached(Key = "valuetask:{id}", Ttl = "10m", BackgroundScope = true, Source = nameof(PlainCoreAsync))]
    public partial ValueTask<string?> ValueTaskAsync(int id);

    [Cached(Key = "sync:{id}", Ttl = "10m", BackgroundScope = true)]
    public partial string? Sync(int id);

    [Cached(Key = "shared:{id}", Ttl = "10m", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> SharedAsync(int id, CancellationToken ct = default);

    [Cached(Key = "refresh:{id}", Ttl = "10m", RefreshAfter = "5m", BackgroundScope = true, Source = nameof(PlainCoreAsync))]
    public partial Task<string?> RefreshAsync(int id);

    [Cached(Key = "refreshonrequest:{id}", Ttl = "10m", RefreshAfter = "5m", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> RefreshOnRequestAsync(int id);

    [Cached(Key = "soft:{id}", Ttl = "10m", FailSafe = "1d", SoftTimeout = "1s", BackgroundScope = true, Source = nameof(PlainCoreAsync))]
    public partial Task<string?> SoftAsync(int id);

    [Cached(Key = "softonrequest:{id}", Ttl = "10m", FailSafe = "1d", SoftTimeout = "1s", Source = nameof(PlainCoreAsync))]
    public partial Task<string?> SoftOnRequestAsync(int id);

    private Task<string?> PlainCoreAsync(int id, CancellationToken ct) => session.LoadAsync(source, ct);

    private string? SyncCore(int id) => session.LoadAsync(source, CancellationToken.None).GetAwaiter().GetResult();
}
