using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>Every diagnostic. Each message says what is wrong and what to do; each id has a page under docs/diagnostics.</summary>
internal static class Rules
{
    private const string HelpLinks = "https://github.com/cachegen/cachegen/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor NotPartial = Method("CG1001", "A cached method is partial and has no body",
        "'{0}' must be {1}: the generator writes what the cached method does");

    public static readonly DiagnosticDescriptor NoSource = Method("CG1002", "A cached method has an uncached source",
        "'{0}' has no source to call: {1}");

    public static readonly DiagnosticDescriptor SourceMismatch = Method("CG1003", "Cached method and source have one signature",
        "'{0}' does not fit the method whose source it is: {1}");

    public static readonly DiagnosticDescriptor AmbiguousSource = Method("CG1004", "A cached method has one source",
        "'{0}' could call {1}: {2}");

    public static readonly DiagnosticDescriptor NoCache = Method("CG1005", "A cached method reaches one MethodCache",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor NotCacheable = Method("CG1006", "A cached method returns a value and takes values",
        "'{0}' cannot be generated: {1}");

    public static readonly DiagnosticDescriptor SyncOverAsync = Method("CG1007", "A synchronous cached method has a synchronous source",
        "'{0}' is synchronous but its source '{1}' is not, and would block a thread: let '{0}' return Task<T> or ValueTask<T>");

    public static readonly DiagnosticDescriptor ConflictingAttributes = Method("CG1009", "A method caches, or changes what others cache, and each thing once",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor ImpossibleShape = Method("CG1010", "This method's place cannot be generated for",
        "'{0}' cannot be generated: {1}");

    public static readonly DiagnosticDescriptor TagLacksKey = Method("CG1011", "A tag uses what the key lacks",
        "'{0}' is no part of the key \"{1}\": put it into the key, or write a hole here just as the key writes it");

    public static readonly DiagnosticDescriptor NoScope = Method("CG1012", "A scoped method knows where its scope comes from",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor CannotPassOn = Method("CG1013", "A decorator can pass on what it does not implement",
        "'{0}' cannot be passed on: {1}; implement it yourself");

    public static readonly DiagnosticDescriptor UnknownHole = Key("CG2001", "A hole names a parameter or a member of one",
        "'{0}' is no {1}; {2}");

    public static readonly DiagnosticDescriptor ServiceInKey = Key("CG2002", "Services are no key parts",
        "'{0}' is of the service type '{1}', which says nothing about the answer: take it out of the key");

    public static readonly DiagnosticDescriptor UnstableKeyType = Key("CG2003", "Key parts have a stable value",
        "'{0}' of type '{1}' cannot be a key part: {2}");

    public static readonly DiagnosticDescriptor MalformedTemplate = Key("CG2008", "A key template is well formed",
        "{0} \"{1}\", position {2}: {3}");

    public static readonly DiagnosticDescriptor BadDuration = Error("CG4001", "A duration can be read and is longer than zero",
        "{0} = \"{1}\" is {2}: write it like \"90d\", \"1h30m\", \"500ms\" or \"00:05:00\"",
        "CacheGen.Policy");

    public static readonly DiagnosticDescriptor NamelessLimiter = Error("CG4009", "A rate limiter has a name",
        "RateLimit = \"{0}\" names no limiter: write the name it is registered under with AddRateLimiter, or leave RateLimit out",
        "CacheGen.Policy");

    public static readonly DiagnosticDescriptor NoFreshInstance = Error("CG4010", "BackgroundScope needs what a scope can make",
        "The loads of '{0}' cannot have a scope of their own: {1}",
        "CacheGen.Policy");

    public static readonly DiagnosticDescriptor BadMaxItems = Error("CG4007", "MaxItems bounds a stream",
        "MaxItems = {0} {1}",
        "CacheGen.Policy");

    public static readonly DiagnosticDescriptor WrongSelector = Error("CG4003", "What an attribute names exists and has the right shape",
        "{0} names '{1}', but {2}",
        "CacheGen.Policy");

    public static readonly DiagnosticDescriptor BadAdaptiveTtl = Error("CG4008", "A Ttl that learns is a growing range, alone, of values that can be compared",
        "AdaptiveTtl = \"{0}\" {1}",
        "CacheGen.Policy");

    public static readonly DiagnosticDescriptor NoTarget = Invalidation("CG5001", "What is invalidated or updated is one cached method",
        "{0}");

    public static readonly DiagnosticDescriptor UnboundKey = Invalidation("CG5002", "All that the key of the target reads is bound",
        "'{0}' of {1} is not known here: add With = \"{0}={2}\" (a parameter, a member of one or of result, or a literal); to remove many entries at once, use Tags");

    public static readonly DiagnosticDescriptor BoundTypeDiffers = Invalidation("CG5003", "What is bound or stored has the type of the target",
        "{0}: {1}");

    public static readonly DiagnosticDescriptor MalformedWith = Invalidation("CG5006", "With binds parameters of the target",
        "With: {0}");

    private static DiagnosticDescriptor Invalidation(string id, string title, string message) => Error(id, title, message, "CacheGen.Invalidation");

    private static DiagnosticDescriptor Method(string id, string title, string message) => Error(id, title, message, "CacheGen.Method");

    private static DiagnosticDescriptor Key(string id, string title, string message) => Error(id, title, message, "CacheGen.Key");

    // Not configurable: with one of these there is no cache code, so to silence it would only move the failure to run time.
    private static DiagnosticDescriptor Error(string id, string title, string message, string category) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true, description: null,
            helpLinkUri: HelpLinks + id + ".md", WellKnownDiagnosticTags.NotConfigurable);
}
