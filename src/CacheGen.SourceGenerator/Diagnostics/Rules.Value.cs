using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>CG3xxx: what is cached.</summary>
internal static partial class Rules
{
    private static readonly Family s_value = new("CacheGen.Value");

    public static readonly DiagnosticDescriptor Unshareable = s_value.Error("CG3001", "What is cached can be shared",
        "'{0}' caches {1}, {2}");

    public static readonly DiagnosticDescriptor SharedMutable = s_value.Suggestion("CG3002", "What callers share, they cannot change",
        "'{0}' caches {1}, which one caller can change for all others: {2}");

    public static readonly DiagnosticDescriptor TrackedEntity = s_value.Warning("CG3003", "Entities in the cache are not tracked",
        "'{0}' goes into the cache while its DbContext tracks it, and all later requests share it and what hangs on it: {1}");

    public static readonly DiagnosticDescriptor NotSerializable = s_value.Warning("CG3004", "What is stored in L2 comes back as it was",
        "'{0}' caches {1}, and System.Text.Json, which FusionCache stores it in L2 with, does not bring it back: {2}");

    public static readonly DiagnosticDescriptor UnstoredMiss = s_value.Suggestion("CG3005", "Misses are stored",
        "'{0}' may return null ({1}), and without MissTtl each such call asks the source again: say MissTtl, or MissTtl = null if that is meant");

    public static readonly DiagnosticDescriptor NeverMisses = s_value.Warning("CG3006", "MissTtl is for values that may be missing",
        "{0} = \"{1}\" has no effect, since '{2}' returns {3}, which is never null, and no IsMiss says what a miss is: leave it out, or say IsMiss");
}
