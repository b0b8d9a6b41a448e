namespace CacheGen;

/// <summary>What <see cref="CachedAttribute"/> and <see cref="CachedBatchAttribute"/> both say of one method.</summary>
public abstract class CachedMethodAttribute : CachePolicyAttribute
{
    private protected CachedMethodAttribute()
    {
    }

    /// <summary>
    /// The template of the key's method part, such as <c>"release:{id}"</c>. A hole holds a parameter or a member path
    /// (<c>{user.Id}</c>), then, in this order and each optional, a .NET format (<c>{date:yyyy-MM-dd}</c>), transforms
    /// (<c>{artist|norm}</c>: <c>norm</c>, <c>lower</c>, <c>upper</c>, <c>hash</c>, <c>set</c>, or a static method of the type) and a
    /// literal for null (<c>{sort ?? added}</c>). Without a template the key is the method's name and all key parameters.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// A static method of the type, as <c>nameof(X)</c>, that takes parameters of this method by their names and returns the key's method
    /// part, a string or whatever can be a key part: the way out where no template can say it. Text is escaped as a whole. Not together with <see cref="Key"/>.
    /// </summary>
    public string? KeyFrom { get; set; }

    /// <summary>Adds <c>:v{Version}</c> to the key: raise it when stored values of the old code must not be read any more.</summary>
    public int Version { get; set; }

    /// <summary>
    /// What entries are filed under besides their key, such as <c>new[] { "artist:{artistId}", "releases" }</c>, so that many can be removed
    /// at once. Templates like <see cref="Key"/>, without its prefix; each hole must be in the key just as it is written here.
    /// </summary>
    public string[]? Tags { get; set; }

    /// <summary>
    /// The uncached method, as <c>nameof(X)</c>. Without it, <c>{Name}Core</c>: <c>GetReleaseCoreAsync</c> for <c>GetReleaseAsync</c>; else
    /// the same member of an interface that the type wraps.
    /// </summary>
    public string? Source { get; set; }

    /// <summary>
    /// A static method <c>bool X(TValue value)</c>: whether a value stands for "there is none". Without it, null does. It may be generic where
    /// the value tells its type arguments, as all methods that are named for values may: <c>bool X&lt;T&gt;(IReadOnlyList&lt;T&gt; found)</c>.
    /// </summary>
    public string? IsMiss { get; set; }

    /// <summary>A static method <c>bool X(TValue value)</c>: only values of which it says true are stored.</summary>
    public string? StoreWhen { get; set; }

    /// <summary>
    /// A method <c>bool X(TValue value, …)</c>, with any of this method's parameters by their names, that is asked about every cached value
    /// before it is served; what is not valid any more is dropped and loaded anew.
    /// </summary>
    public string? ValidWhen { get; set; }

    /// <summary>A static method <c>TimeSpan? X(TValue value)</c>: how long this very value is fresh; null for <see cref="CachePolicyAttribute.Ttl"/>.</summary>
    public string? TtlFrom { get; set; }

    /// <summary>
    /// A static method <c>bool X(TValue value)</c>: whether a result means that the source failed. It is not stored; a stale value is served
    /// in its place, and where there is none the callers get the result itself.
    /// </summary>
    public string? FailWhen { get; set; }
}
