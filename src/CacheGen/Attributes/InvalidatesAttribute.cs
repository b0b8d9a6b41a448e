namespace CacheGen;

/// <summary>
/// After the method has succeeded, the entry of a cached method for the arguments of the same names is removed. The method is partial;
/// what it does stands in its source, as for <see cref="CachedAttribute"/>.
/// </summary>
/// <example>
/// <code>
/// [Invalidates(nameof(GetReleaseAsync), With = "id=release.Id")]
/// [Invalidates(Tags = new[] { "artist:{release.ArtistId}" })]
/// public partial Task SaveAsync(Release release, CancellationToken ct = default);
///
/// private Task SaveCoreAsync(Release release, CancellationToken ct) => db.SaveAsync(release, ct);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class InvalidatesAttribute : Attribute
{
    /// <summary>Removes what carries one of <see cref="Tags"/>.</summary>
    public InvalidatesAttribute()
    {
    }

    /// <summary>Removes the entry of a method of the same type.</summary>
    /// <param name="method">The cached method, as <c>nameof(GetReleaseAsync)</c>.</param>
    public InvalidatesAttribute(string method) => Method = method;

    /// <summary>Removes the entry of a method of another type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="method">Its cached method, as <c>nameof(Other.GetAsync)</c>.</param>
    public InvalidatesAttribute(Type type, string method)
    {
        Type = type;
        Method = method;
    }

    /// <summary>The type of <see cref="Method"/>; null for the type itself.</summary>
    public Type? Type { get; }

    /// <summary>The cached method whose entry is removed; null where only tags are.</summary>
    public string? Method { get; }

    /// <summary>
    /// Where parameters of the cached method come from that have no parameter of the same name here: <c>"id=release.Id, page=0"</c>. A path
    /// begins with a parameter, or with <c>result</c> for what the method has returned.
    /// </summary>
    public string? With { get; set; }

    /// <summary>Tags, as templates over the parameters: <c>"artist:{release.ArtistId}"</c>. All entries that carry one are removed.</summary>
    public string[]? Tags { get; set; }

    /// <summary>
    /// The method that does the work, as <c>nameof(X)</c>; without it, <c>{Name}Core</c>, as for <see cref="CachedAttribute"/>. Where a method has
    /// several attributes, one of them says it. Null, written out, is for a method that returns nothing and has nothing to do but this: it calls no
    /// source.
    /// </summary>
    /// <example>
    /// <code>
    /// [Invalidates(Tags = new[] { "playlist:{id}" }, Source = null)]
    /// public partial Task ForgetPlaylistAsync(string id);
    /// </code>
    /// </example>
    public string? Source { get; set; }

    /// <summary>
    /// The name of a limiter from which each call takes a lease before it calls the source, and to which it is given back when that has ended. Where the
    /// limiter refuses, a CacheRateLimitException says when to come again, and nothing is written or invalidated. Where a method has several
    /// attributes, one of them says it. A [CacheDefaults] does not: it speaks of loads.
    /// </summary>
    public string? RateLimit { get; set; }
}
