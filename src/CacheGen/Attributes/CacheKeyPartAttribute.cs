namespace CacheGen;

/// <summary>
/// Says which members of a class tell one of its values from another, so that the class may stand in a key: a key then reads the members that are
/// marked, and no others.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CacheKeyPartAttribute : Attribute;
