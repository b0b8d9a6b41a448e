using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>CG5xxx: what removes entries.</summary>
internal static partial class Rules
{
    private static readonly Family s_invalidation = new("CacheGen.Invalidation");

    public static readonly DiagnosticDescriptor NoTarget = s_invalidation.Refusal("CG5001", "What is invalidated or updated is one cached method",
        "{0}");

    public static readonly DiagnosticDescriptor UnboundKey = s_invalidation.Refusal("CG5002", "All that the key of the target reads is bound",
        "'{0}' of {1} is not known here: add With = \"{0}={2}\" (a parameter, a member of one or of result, or a literal); to remove many entries at once, use Tags");

    public static readonly DiagnosticDescriptor BoundTypeDiffers = s_invalidation.Refusal("CG5003", "What is bound or stored has the type of the target",
        "{0}: {1}");

    public static readonly DiagnosticDescriptor MalformedWith = s_invalidation.Refusal("CG5006", "With binds parameters of the target",
        "With: {0}");

    public static readonly DiagnosticDescriptor LoneTag = s_invalidation.Suggestion("CG5004", "A tag that is set is removed somewhere, and the other way round",
        "The tag \"{0}\" {1}", WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UninvalidatedWrite = s_invalidation.Suggestion("CG5005", "What writes a thing invalidates what is cached of it",
        "'{0}' writes what '{1}' caches, and invalidates nothing: put [Invalidates(nameof({1}))] on it, or [Updates] where it returns the new value");
}
