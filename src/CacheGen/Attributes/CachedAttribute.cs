namespace CacheGen;

/// <summary>
/// Caches what a partial method returns. The source generator writes the method: it looks in the
/// <see cref="MethodCache"/> of the type, and calls the uncached source only when there is no fresh value.
/// </summary>
/// <example>
/// <code>
/// [Cached(Key = "release:{id}", Ttl = "24h", MissTtl = "5m", FailSafe = "7d")]
/// public partial Task&lt;Release?&gt; GetReleaseAsync(int id, CancellationToken ct = default);
///
/// private Task&lt;Release?&gt; GetReleaseCoreAsync(int id, CancellationToken ct) => api.FindReleaseAsync(id, ct);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CachedAttribute : CachedMethodAttribute
{
    /// <summary>
    /// A method of the type, as <c>nameof(GetManyAsync)</c>, that takes a collection of ids and returns a dictionary: single loads that
    /// begin within <see cref="BatchWindow"/> of one another become one call of it. It stands in the place of a source.
    /// </summary>
    public string? Batch { get; set; }

    /// <summary>How long the first of a batch waits for others, such as <c>"5ms"</c>.</summary>
    public string? BatchWindow { get; set; }

    /// <summary>
    /// For methods that return <c>IAsyncEnumerable&lt;T&gt;</c>: a longer stream is passed through and not cached. 10,000 items.
    /// </summary>
    public int MaxItems { get; set; }
}
