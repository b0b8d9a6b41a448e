namespace CacheGen;

/// <summary>
/// What holds for the cached methods of a type or an assembly that say nothing else themselves. The nearest wins: the method's own attribute, its
/// type's defaults, those of the types around it, the assembly's. Those of a base type do not count: what holds for a method stands around it.
/// </summary>
/// <remarks>A method takes a default back with null: <c>[Cached(FailSafe = null)]</c>, or <c>BackgroundScope = false</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, Inherited = false)]
public sealed class CacheDefaultsAttribute : CachePolicyAttribute;
