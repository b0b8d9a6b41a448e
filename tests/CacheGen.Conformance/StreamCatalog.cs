namespace CacheGen.Conformance;

/// <summary>Methods that return streams, all on one scripted source.</summary>
[CachePrefix("streams")]
public partial class StreamCatalog(MethodCache cache)
{
    public StreamSource Source { get; } = new();

    [Cached(Key = "plain:{id}", Ttl = "10m", MaxItems = 5)]
    public partial IAsyncEnumerable<Track> PlainAsync(int id, CancellationToken ct = default);

    [Cached(Key = "defaults:{id}", Source = nameof(PlainCoreAsync))]
    public partial IAsyncEnumerable<Track> DefaultsAsync(int id);

    [Cached(Key = "short:{id}", Ttl = "10m", MissTtl = "1m", MaxItems = 5, Source = nameof(PlainCoreAsync))]
    public partial IAsyncEnumerable<Track> BrieflyKnownAsync(int id);

    [Cached(Key = "failsafe:{id}", Ttl = "10m", FailSafe = "1d", MaxItems = 5, Source = nameof(PlainCoreAsync))]
    public partial IAsyncEnumerable<Track> FailSafeAsync(int id, CancellationToken ct = default);

    [Cached(Key = "soft:{id}", Ttl = "10m", FailSafe = "1d", SoftTimeout = "1s", MaxItems = 5, Source = nameof(PlainCoreAsync))]
    public partial IAsyncEnumerable<Track> SoftAsync(int id);

    [Cached(Key = "hard:{id}", Ttl = "10m", HardTimeout = "2s", MaxItems = 5, Source = nameof(PlainCoreAsync))]
    public partial IAsyncEnumerable<Track> HardAsync(int id);

    [Cached(Key = "refresh:{id}", Ttl = "10m", RefreshAfter = "5m", MaxItems = 5, Source = nameof(PlainCoreAsync))]
    public partial IAsyncEnumerable<Track> RefreshAsync(int id);

    [Cached(Key = "tagged:{id}", Ttl = "10m", MaxItems = 5, Tags = new[] { "stream:{id}" }, Source = nameof(PlainCoreAsync))]
    public partial IAsyncEnumerable<Track> TaggedAsync(int id);

    [Cached(Key = "endless:{id}")]
    public partial IAsyncEnumerable<Track> EndlessAsync(int id);

#pragma warning disable CG1008 // That it is found out is what is tested.
    private IAsyncEnumerable<Track> EndlessCoreAsync(int id) => EndlessAsync(id);
#pragma warning restore CG1008

    private IAsyncEnumerable<Track> PlainCoreAsync(int id, CancellationToken ct) => Source.OpenAsync(ct);
}

/// <summary>An item, which an L2 serializes.</summary>
public sealed record Track(string Title, int Number);
