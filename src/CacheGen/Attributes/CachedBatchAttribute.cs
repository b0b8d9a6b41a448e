namespace CacheGen;

/// <summary>
/// Caches what a partial method returns for each of many ids: ids in, a dictionary out. Each item has an entry of its own; only those
/// that are missing are loaded, and two calls under way share the loads of the ids that they have in common.
/// </summary>
/// <example>
/// <code>
/// [CachedBatch(Of = nameof(GetTrackAsync), MaxBatch = 100, MaxParallel = 4)]
/// public partial Task&lt;IReadOnlyDictionary&lt;string, Track&gt;&gt; GetTracksAsync(IReadOnlyCollection&lt;string&gt; ids, CancellationToken ct = default);
///
/// private Task&lt;IReadOnlyDictionary&lt;string, Track&gt;&gt; GetTracksCoreAsync(IReadOnlyCollection&lt;string&gt; ids, CancellationToken ct) => api.FindTracksAsync(ids, ct);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CachedBatchAttribute : CachedMethodAttribute
{
    /// <summary>
    /// A single-item method with <see cref="CachedAttribute"/>, as <c>nameof(GetAsync)</c>, whose entries these are: key, policy and tags are
    /// its own, and either method finds what the other has loaded.
    /// </summary>
    public string? Of { get; set; }

    /// <summary>A static method <c>TId X(TItem item)</c>, for sources that return a list: the id of an item.</summary>
    public string? KeyOf { get; set; }

    /// <summary>The most ids in one call of the source; more are loaded in several. No bound where nothing is said.</summary>
    public int MaxBatch { get; set; }

    /// <summary>How many calls of the source one call makes at a time. 1 where nothing is said.</summary>
    public int MaxParallel { get; set; }
}
