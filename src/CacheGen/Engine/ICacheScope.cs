namespace CacheGen;

/// <summary>Who asks: the user or tenant whose answers a <see cref="CacheScopeAttribute"/> keeps from all others.</summary>
public interface ICacheScope
{
    /// <summary>The id of the present user, tenant or whatever the name says; null or empty where it is unknown.</summary>
    /// <param name="name">What the attribute says: <c>"user"</c>, <c>"tenant"</c>.</param>
    string? GetScope(string name);
}
