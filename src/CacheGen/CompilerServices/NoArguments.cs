using System.ComponentModel;

namespace CacheGen.CompilerServices;

/// <summary>Stands for what a cached method has none of: key arguments, source arguments, an instance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NoArguments;
