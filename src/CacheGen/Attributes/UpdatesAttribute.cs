namespace CacheGen;

/// <summary>
/// After the method has succeeded, what it returned is stored as the entry of a cached method for the arguments of the same names.
/// </summary>
/// <example>
/// <code>
/// [Updates(nameof(GetReleaseAsync), With = "id=result.Id")]
/// public partial Task&lt;Release?&gt; SaveAsync(Draft draft, CancellationToken ct = default);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class UpdatesAttribute : Attribute
{
    /// <summary>Stores the entry of a method of the same type.</summary>
    /// <param name="method">The cached method, as <c>nameof(GetReleaseAsync)</c>.</param>
    public UpdatesAttribute(string method) => Method = method;

    /// <summary>Stores the entry of a method of another type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="method">Its cached method, as <c>nameof(Other.GetAsync)</c>.</param>
    public UpdatesAttribute(Type type, string method)
    {
        Type = type;
        Method = method;
    }

    /// <summary>The type of <see cref="Method"/>; null for the type itself.</summary>
    public Type? Type { get; }

    /// <summary>The cached method whose entry is stored.</summary>
    public string Method { get; }

    /// <inheritdoc cref="InvalidatesAttribute.With"/>
    public string? With { get; set; }

    /// <summary>
    /// The method that does the work and returns what is stored, as <c>nameof(X)</c>; without it, <c>{Name}Core</c>, as for
    /// <see cref="CachedAttribute"/>. Where a method has several attributes, one of them says it.
    /// </summary>
    public string? Source { get; set; }

    /// <inheritdoc cref="InvalidatesAttribute.RateLimit"/>
    public string? RateLimit { get; set; }
}
