using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>CG1xxx: the method, its source and its place.</summary>
internal static partial class Rules
{
    private static readonly Family s_method = new("CacheGen.Method");

    public static readonly DiagnosticDescriptor NotPartial = s_method.Refusal("CG1001", "A cached method is partial and has no body",
        "'{0}' must be {1}: the generator writes what the cached method does");

    public static readonly DiagnosticDescriptor NoSource = s_method.Refusal("CG1002", "A cached method has an uncached source",
        "'{0}' has no source to call: {1}");

    public static readonly DiagnosticDescriptor SourceMismatch = s_method.Refusal("CG1003", "Cached method and source have one signature",
        "'{0}' does not fit the method whose source it is: {1}");

    public static readonly DiagnosticDescriptor AmbiguousSource = s_method.Refusal("CG1004", "A cached method has one source",
        "'{0}' could call {1}: {2}");

    public static readonly DiagnosticDescriptor NoCache = s_method.Refusal("CG1005", "A cached method reaches one MethodCache",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor NotCacheable = s_method.Refusal("CG1006", "A cached method returns a value and takes values",
        "'{0}' cannot be generated: {1}");

    public static readonly DiagnosticDescriptor SyncOverAsync = s_method.Refusal("CG1007", "A synchronous cached method has a synchronous source",
        "'{0}' is synchronous but its source '{1}' is not, and would block a thread: let '{0}' return Task<T> or ValueTask<T>");

    public static readonly DiagnosticDescriptor ConflictingAttributes = s_method.Refusal("CG1009", "A method caches, or changes what others cache, and each thing once",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor ImpossibleShape = s_method.Refusal("CG1010", "This method's place cannot be generated for",
        "'{0}' cannot be generated: {1}");

    public static readonly DiagnosticDescriptor TagLacksKey = s_method.Refusal("CG1011", "A tag uses what the key lacks",
        "'{0}' is no part of the key \"{1}\": put it into the key, or write a hole here just as the key writes it");

    public static readonly DiagnosticDescriptor NoScope = s_method.Refusal("CG1012", "A scoped method knows where its scope comes from",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor CannotPassOn = s_method.Refusal("CG1013", "A decorator can pass on what it does not implement",
        "'{0}' cannot be passed on: {1}");

    public static readonly DiagnosticDescriptor EndlessLoop = s_method.Warning("CG1008", "A source does not ask for what it is to load",
        "'{0}' is called by its own source '{1}' with the arguments that it has itself, and so waits for itself: call the source, or what it should load from");
    public static readonly DiagnosticDescriptor PastCache = s_method.Suggestion("CG1014", "Callers of a cached method's source want the cached method",
        "'{0}' is called past the cache: call '{1}', whose source it is, or say that a fresh value is meant by suppressing this");
}
