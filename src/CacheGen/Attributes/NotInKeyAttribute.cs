namespace CacheGen;

/// <summary>
/// Leaves a parameter, or a property of a record, out of the key: calls that differ in it alone share an entry.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NotInKeyAttribute : Attribute;
