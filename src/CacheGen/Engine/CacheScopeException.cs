namespace CacheGen;

/// <summary>
/// A cached method with a <see cref="CacheScopeAttribute"/> was called where nobody knows whose answer it would be: the source was not
/// called, and nothing was cached.
/// </summary>
public sealed class CacheScopeException : InvalidOperationException
{
    internal CacheScopeException(string scope, string method) : base(
        $"'{method}' keeps the answers of each {scope} apart, and its ICacheScope does not know the {scope}: nothing was loaded or cached. "
        + $"Call it where the {scope} is known, or let GetScope(\"{scope}\") return a name for those who have none, such as \"nobody\".")
    {
        Scope = scope;
        Method = method;
    }

    /// <summary>What the attribute says: <c>"user"</c>.</summary>
    public string Scope { get; }

    /// <summary>The id of the cached method.</summary>
    public string Method { get; }
}
