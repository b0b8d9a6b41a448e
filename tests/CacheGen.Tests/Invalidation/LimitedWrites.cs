using CacheGen.Conformance;

namespace CacheGen.Tests.Invalidation;

/// <summary>Playlists of an API that counts calls, whether they read or write.</summary>
[CachePrefix("playlists")]
[CacheDefaults(RateLimit = "reads")]
public sealed partial class LimitedWrites(MethodCache cache, ScriptedLimiter limiter)
{
    public ScriptedSource Source { get; } = new();

    /// <summary>Leases that were out when the cache was changed.</summary>
    public int? HeldAtChange { get; private set; }

    [Cached(Key = "playlist:{id}", Ttl = "10m", RateLimit = null)]
    public partial Task<string?> GetAsync(int id);

    [Invalidates(nameof(GetAsync), RateLimit = "api")]
    public partial Task SaveAsync(int id, CancellationToken ct = default);

    [Updates(nameof(GetAsync), RateLimit = "api")]
    public partial ValueTask<string?> RenameAsync(int id, CancellationToken ct = default);

    [Invalidates(nameof(GetAsync), RateLimit = "api")]
    public partial string? Save(int id, CancellationToken ct = default);

    [Invalidates(nameof(GetAsync), With = "id=seen.Id", RateLimit = "api", Source = nameof(SeeCoreAsync))]
    public partial Task SeeAsync(Seen seen);

    [Invalidates(nameof(GetAsync), RateLimit = "apj", Source = nameof(SaveCoreAsync))]
    public partial Task MisspeltAsync(int id);

    /// <summary>The type's defaults speak of loads.</summary>
    [Invalidates(nameof(GetAsync), Source = nameof(SaveCoreAsync))]
    public partial Task FreelyAsync(int id);

    [Invalidates(nameof(GetAsync), Source = null)]
    public partial Task ForgetAsync(int id, CancellationToken ct = default);

    /// <summary>A seen playlist, of which the id is asked when the entry is removed.</summary>
    public Seen Look(int id) => new(id, () => HeldAtChange = limiter.Held);

    private Task<string?> GetCoreAsync(int id) => Source.LoadAsync(default);

    private async Task SaveCoreAsync(int id, CancellationToken ct) => await Source.LoadAsync(ct);

    private ValueTask<string?> RenameCoreAsync(int id, CancellationToken ct) => new(Source.LoadAsync(ct));

    private string? SaveCore(int id, CancellationToken ct) => Source.LoadAsync(ct).GetAwaiter().GetResult();

    private static Task SeeCoreAsync(Seen seen) => Task.CompletedTask;

    public sealed class Seen(int id, Action ask)
    {
        public int Id
        {
            get
            {
                ask();
                return id;
            }
        }
    }
}
