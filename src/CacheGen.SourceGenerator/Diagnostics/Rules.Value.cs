using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>CG3xxx: what is cached.</summary>
internal static partial class Rules
{
    private static readonly Family s_value = new("CacheGen.Value");

    public static readonly DiagnosticDescriptor Unshareable = s_value.Error("CG3001", "What is cached can be shared",
        "'{0}' caches {1}, {2}");
}
