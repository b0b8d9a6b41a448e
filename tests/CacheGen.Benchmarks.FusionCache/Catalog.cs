using CacheGen;

namespace CacheGen.Benchmarks.Fusion;

/// <summary>What is cached.</summary>
public sealed record Track(int Id, string Title)
{
    /// <summary>Made once, so that loading costs nothing of its own.</summary>
    public static Track Some { get; } = new(1, "Wood Beez");

    /// <summary>The source of all.</summary>
    public static Task<Track> LoadAsync<TKey>(TKey key) => Task.FromResult(Some);
}

/// <summary>A service as users write it.</summary>
public sealed partial class Catalog(MethodCache cache)
{
    [Cached(Key = "track:{id}", Ttl = "1h")]
    public partial Task<Track> GetAsync(int id);

    private static Task<Track> GetCoreAsync(int id) => Track.LoadAsync(id);

    [Cached(Key = "artist:{name}", Ttl = "1h")]
    public partial Task<Track> NamedAsync(string name);

    private static Task<Track> NamedCoreAsync(string name) => Track.LoadAsync(name);

    [Cached(Key = "order:{id}", Ttl = "1h")]
    public partial Task<Track> OrderedAsync(Guid id);

    private static Task<Track> OrderedCoreAsync(Guid id) => Track.LoadAsync(id);

    [Cached(Key = "search:{query}:{page}:{sort}", Ttl = "1h")]
    public partial Task<Track> SearchAsync(string query, int page, string sort);

    private static Task<Track> SearchCoreAsync(string query, int page, string sort) => Track.LoadAsync((query, page, sort));
}

/// <summary>
/// The same on the FusionCache engine, in the shape that FusionCache itself answers in; a task costs its 72 bytes more. A class of its own, so that
/// the JIT learns of each where its calls go: an application has one engine.
/// </summary>
public sealed partial class FusionCatalog(MethodCache cache)
{
    [Cached(Key = "track:{id}", Ttl = "1h")]
    public partial ValueTask<Track> GetAsync(int id);

    private static Task<Track> GetCoreAsync(int id) => Track.LoadAsync(id);

    [Cached(Key = "artist:{name}", Ttl = "1h")]
    public partial ValueTask<Track> NamedAsync(string name);

    private static Task<Track> NamedCoreAsync(string name) => Track.LoadAsync(name);

    [Cached(Key = "order:{id}", Ttl = "1h")]
    public partial ValueTask<Track> OrderedAsync(Guid id);

    private static Task<Track> OrderedCoreAsync(Guid id) => Track.LoadAsync(id);

    [Cached(Key = "search:{query}:{page}:{sort}", Ttl = "1h")]
    public partial ValueTask<Track> SearchAsync(string query, int page, string sort);

    private static Task<Track> SearchCoreAsync(string query, int page, string sort) => Track.LoadAsync((query, page, sort));
}

/// <summary>The same behind a front.</summary>
public sealed partial class FrontCatalog(MethodCache cache)
{
    [Cached(Key = "track:{id}", Ttl = "1h")]
    public partial ValueTask<Track> GetAsync(int id);

    private static Task<Track> GetCoreAsync(int id) => Track.LoadAsync(id);

    [Cached(Key = "artist:{name}", Ttl = "1h")]
    public partial ValueTask<Track> NamedAsync(string name);

    private static Task<Track> NamedCoreAsync(string name) => Track.LoadAsync(name);

    [Cached(Key = "order:{id}", Ttl = "1h")]
    public partial ValueTask<Track> OrderedAsync(Guid id);

    private static Task<Track> OrderedCoreAsync(Guid id) => Track.LoadAsync(id);

    [Cached(Key = "search:{query}:{page}:{sort}", Ttl = "1h")]
    public partial ValueTask<Track> SearchAsync(string query, int page, string sort);

    private static Task<Track> SearchCoreAsync(string query, int page, string sort) => Track.LoadAsync((query, page, sort));
}
