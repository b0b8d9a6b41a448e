namespace CacheGen;

/// <summary>
/// What holds for the cached methods of a type or an assembly that say nothing else themselves. The nearest wins: the method's own attribute, its
/// type's defaults, those of the types around it, the assembly's.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly)]
public sealed class CacheDefaultsAttribute : CachePolicyAttribute;
