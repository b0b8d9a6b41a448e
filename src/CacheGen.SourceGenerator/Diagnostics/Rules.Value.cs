using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>CG3xxx: what is cached.</summary>
internal static partial class Rules
{
    private static readonly Family s_value = new("CacheGen.Value");
}
