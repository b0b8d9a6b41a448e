namespace CacheGen;

/// <summary>
/// On a type: replaces the type's full name at the front of the keys of its cached methods. On an assembly: stands before that, in the keys of
/// all its cached methods.
/// </summary>
/// <param name="prefix">Such as <c>"discogs"</c>. It is used as it stands, so two types must not share one.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, Inherited = false)]
public sealed class CachePrefixAttribute(string prefix) : Attribute
{
    /// <summary>The prefix, without the colon that follows it.</summary>
    public string Prefix { get; } = prefix;
}
