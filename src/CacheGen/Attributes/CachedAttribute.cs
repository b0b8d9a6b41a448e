namespace CacheGen;

/// <summary>
/// Caches what a partial method returns. The source generator writes the method: it looks in the
/// <see cref="MethodCache"/> of the type, and calls the uncached source only when there is no fresh value.
/// </summary>
/// <remarks>
/// Durations are strings: <c>"90d"</c>, <c>"1h30m"</c>, <c>"500ms"</c>, or TimeSpan's own form <c>"00:05:00"</c>.
/// They are read at compile time; one that cannot be read is a compile-time error.
/// </remarks>
/// <example>
/// <code>
/// [Cached(Key = "release:{id}", Ttl = "24h", MissTtl = "5m", FailSafe = "7d")]
/// public partial Task&lt;Release?&gt; GetReleaseAsync(int id, CancellationToken ct = default);
///
/// private Task&lt;Release?&gt; GetReleaseCoreAsync(int id, CancellationToken ct) => api.FindReleaseAsync(id, ct);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CachedAttribute : Attribute
{
    /// <summary>
    /// The template of the key's method part, such as <c>"release:{id}"</c>. A hole holds a parameter or a member path
    /// (<c>{user.Id}</c>), then, in this order and each optional, a .NET format (<c>{date:yyyy-MM-dd}</c>), transforms
    /// (<c>{artist|norm}</c>: <c>norm</c>, <c>lower</c>, <c>upper</c>, <c>hash</c>, <c>set</c>) and a literal for null
    /// (<c>{sort ?? added}</c>). Without a template the key is the method's name and all key parameters.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// What entries are filed under besides their key, such as <c>new[] { "artist:{artistId}", "releases" }</c>, so that many can be removed
    /// at once. Templates like <see cref="Key"/>, without its prefix; each hole must be in the key just as it is written here.
    /// </summary>
    public string[]? Tags { get; set; }

    /// <summary>How long a value is fresh. The cache's default (5 minutes) where none is said.</summary>
    public string? Ttl { get; set; }

    /// <summary>How long a miss (null) is kept. Without it a miss is not stored.</summary>
    public string? MissTtl { get; set; }

    /// <summary>How long after <see cref="Ttl"/> a value may still be served when the source fails.</summary>
    public string? FailSafe { get; set; }

    /// <summary>How long a caller waits for the source where a stale value could be served; the load goes on behind.</summary>
    public string? SoftTimeout { get; set; }

    /// <summary>How long a load may take at all; then it is cancelled, and a stale value or a TimeoutException ends the wait.</summary>
    public string? HardTimeout { get; set; }

    /// <summary>The age at which a hit makes the value be reloaded behind the caller's back (eager refresh).</summary>
    public string? RefreshAfter { get; set; }

    /// <summary>Up to this much, at random, is added to <see cref="Ttl"/>, so that values loaded together do not expire together.</summary>
    public string? Jitter { get; set; }

    /// <summary>
    /// The uncached method, as <c>nameof(X)</c>. Without it, <c>{Name}Core</c>: <c>GetReleaseCoreAsync</c> for <c>GetReleaseAsync</c>.
    /// </summary>
    public string? Source { get; set; }

    /// <summary>Adds <c>:v{Version}</c> to the key: raise it when stored values of the old code must not be read any more.</summary>
    public int Version { get; set; }
}
