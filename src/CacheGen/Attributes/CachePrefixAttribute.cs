namespace CacheGen;

/// <summary>Replaces the type's full name at the front of the keys of its cached methods.</summary>
/// <param name="prefix">Such as <c>"discogs"</c>. It is used as it stands, so two types must not share one.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class CachePrefixAttribute(string prefix) : Attribute
{
    /// <summary>The prefix, without the colon that follows it.</summary>
    public string Prefix { get; } = prefix;
}
