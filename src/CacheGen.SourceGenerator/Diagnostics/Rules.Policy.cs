using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>CG4xxx: how long, how it is loaded.</summary>
internal static partial class Rules
{
    private static readonly Family s_policy = new("CacheGen.Policy");

    public static readonly DiagnosticDescriptor BadDuration = s_policy.Refusal("CG4001", "A duration can be read and is longer than zero",
        "{0} = \"{1}\" is {2}: write it like \"90d\", \"1h30m\", \"500ms\" or \"00:05:00\"");

    public static readonly DiagnosticDescriptor IncoherentPolicy = s_policy.Warning("CG4002", "The times of a policy leave one another their effect",
        "{0} = \"{1}\" {2}: {3}");

    public static readonly DiagnosticDescriptor WrongSelector = s_policy.Refusal("CG4003", "What an attribute names exists and has the right shape",
        "{0} names '{1}', but {2}");

    public static readonly DiagnosticDescriptor BadMaxEntries = s_policy.Refusal("CG4011", "MaxEntries keeps nothing",
        "MaxEntries = {0} would keep no entry: say how many may be kept, or leave it out to share the cache's room with other methods");

    public static readonly DiagnosticDescriptor BadMaxItems = s_policy.Refusal("CG4007", "MaxItems bounds a stream",
        "MaxItems = {0} {1}");

    public static readonly DiagnosticDescriptor BadAdaptiveTtl = s_policy.Refusal("CG4008", "A Ttl that learns is a growing range, alone, of values that can be compared",
        "AdaptiveTtl = \"{0}\" {1}");

    public static readonly DiagnosticDescriptor NamelessLimiter = s_policy.Refusal("CG4009", "A rate limiter has a name",
        "RateLimit = \"{0}\" names no limiter: write the name it is registered under with AddRateLimiter, or leave RateLimit out");

    public static readonly DiagnosticDescriptor NoFreshInstance = s_policy.Refusal("CG4010", "BackgroundScope needs what a scope can make",
        "The loads of '{0}' cannot have a scope of their own: {1}");

    public static readonly DiagnosticDescriptor ScopedSource = s_policy.Warning("CG4004", "A load behind its caller has services of its own",
        "With {1} loads of '{0}' go on behind their callers, and the source '{2}' uses {3}, which ends with the caller's scope: {4}");

    public static readonly DiagnosticDescriptor AmbientRead = s_policy.Warning("CG4005", "A key says whose answer it is",
        "The source '{1}' reads '{2}', which the key of '{0}' lacks, so one caller's answer would be shown to all: mark the method with [CacheScope(\"{3}\")], or take what it needs as a parameter");

    public static readonly DiagnosticDescriptor IgnoredToken = s_policy.Suggestion("CG4006", "A source passes its CancellationToken on",
        "The source '{0}' {1}; without it a load goes on when nobody waits for it any more");
}
