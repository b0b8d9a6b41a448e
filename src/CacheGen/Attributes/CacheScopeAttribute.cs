namespace CacheGen;

/// <summary>
/// Keeps the answers of one user or tenant from all others. On a method or a type: a part of every key is taken from the
/// <see cref="ICacheScope"/> that the type holds. On a parameter: that parameter is the part. Where it is unknown, the call throws and nothing is
/// cached.
/// </summary>
/// <remarks>
/// What is said of a base type, of a type around the type or of an overridden method holds too, so that nobody forgets it. Several are combined. Handles
/// of such methods take the scope as a string.
/// </remarks>
/// <param name="name">Whose answers they are: <c>"user"</c>, <c>"tenant"</c>; letters, digits, <c>- _ .</c> What <see cref="ICacheScope.GetScope"/> is asked for.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class CacheScopeAttribute(string name = "user") : Attribute
{
    /// <summary>Whose answers they are.</summary>
    public string Name { get; } = name;
}
