using CacheGen.SourceGenerator.Analyzers.Keys;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>What is known of methods that have no body here.</summary>
internal enum CallKind
{
    /// <summary>It may do anything with what it is given.</summary>
    Unknown,

    /// <summary>It logs, measures or traces: what it is given is no part of the answer.</summary>
    Silent,

    /// <summary>It throws where what it is given will not do, and at most returns it.</summary>
    Guard,

    /// <summary>It computes, and nothing else: who does not use its result has not used what it was given.</summary>
    Pure,

    /// <summary>Its result is the first thing that it is given, in another form.</summary>
    PassesOn,
}

internal static class KnownCalls
{
    private const string Logger = "Microsoft.Extensions.Logging.ILogger";

    /// <summary>Namespaces of what watches a program, with all below them.</summary>
    private static readonly string[] s_watching =
    [
        "Microsoft.Extensions.Logging", "System.Diagnostics", "OpenTelemetry", "Serilog", "NLog", "log4net", "Microsoft.ApplicationInsights", "Prometheus", "Sentry",
    ];

    /// <summary>What these namespaces hold beside.</summary>
    private static readonly HashSet<string> s_notWatching = ["Process", "ProcessStartInfo", "Stopwatch", "FileVersionInfo", "StackTrace", "StackFrame"];

    /// <summary>How people call their own types that watch: ShopMetrics, IAuditLog.</summary>
    private static readonly string[] s_watchers = ["logger", "log", "metrics", "telemetry", "tracer", "instrumentation", "auditor"];

    /// <summary>How libraries call classes whose methods check arguments.</summary>
    private static readonly HashSet<string> s_guards = ["Guard", "GuardClauseExtensions", "Ensure", "Check", "Requires", "Throw", "ThrowHelper", "Verify", "Contract"];

    private static readonly HashSet<string> s_pure =
    [
        "System.Math", "System.MathF", "System.Convert", "System.Guid", "System.TimeSpan", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly",
        "System.Enum", "System.Nullable", "System.StringComparer", "System.HashCode", "System.Linq.Enumerable", "System.MemoryExtensions",
        "System.Collections.Generic.EqualityComparer", "System.Collections.Generic.Comparer",
    ];

    public static CallKind Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return call.Arguments.Any(argument => IsLogger(argument.Value.Type)) ? CallKind.Silent : CallKind.Unknown;
        var type = method.ContainingType;
        if (IsSilent(method) || type.IsWatching())
            return CallKind.Silent;
        if ((method.IsStatic || method.IsExtensionMethod) && IsGuard(method, type))
            return CallKind.Guard;
        if (PassesOn(method, type))
            return CallKind.PassesOn;
        return IsPure(type) ? CallKind.Pure : CallKind.Unknown;
    }

    /// <summary>Whether what is thrown says that an argument will not do.</summary>
    public static bool IsArgumentException(ITypeSymbol? type) => type?.BasesOf().Any(t => t.FullName() is "System.ArgumentException" or "System.ObjectDisposedException") == true;

    /// <summary>Whether a type logs, measures or traces.</summary>
    public static bool IsWatching(this ITypeSymbol type)
    {
        var place = type.ContainingNamespace?.ToDisplayString() ?? "";
        return (Array.Exists(s_watching, watching => place == watching || place.StartsWith(watching + ".", StringComparison.Ordinal)) && !s_notWatching.Contains(type.Name))
            || (type.Name == "Console" && place == "System");
    }

    // Also one's own helpers: static void Missed(this ILogger logger, int id).
    private static bool IsSilent(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute")
        || (method.ReturnsVoid && method.IsStatic && method.Parameters.Length > 0 && IsLogger(method.Parameters[0].Type))
        || (ReturnsNothing(method) && Words.EndsIn(method.ContainingType.Name, s_watchers));

    // What is disposed in the end is how a measurement ends.
    private static bool ReturnsNothing(IMethodSymbol method) => method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_IDisposable
        || (method.ReturnType is INamedTypeSymbol { Arity: 0 } type && type.FullName() is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask");

    /// <summary>Whether an argument says how long somebody waits: that decides whether there is an answer, and not which.</summary>
    public static bool IsWait(IArgumentOperation argument) => argument.Parameter is { ContainingSymbol: IMethodSymbol method } parameter
        && method.ContainingNamespace?.ToDisplayString() is "System.Threading" or "System.Threading.Tasks"
        && (parameter.Type.FullName() == "System.TimeSpan" || parameter.Name is "millisecondsDelay" or "millisecondsTimeout");

    private static bool IsLogger(ITypeSymbol? type) => type is not null && type.AllInterfaces.Append(type).Any(t => t.Name == "ILogger" && t.FullName() == Logger);

    private static bool IsGuard(IMethodSymbol method, INamedTypeSymbol type) =>
        (method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) && IsArgumentException(type)) || s_guards.Contains(type.Name);

    private static bool PassesOn(IMethodSymbol method, INamedTypeSymbol type) =>
        (method.Name is "ConfigureAwait" or "AsTask" or "FromResult" or "GetAwaiter" or "GetResult"
            && type.ContainingNamespace?.ToDisplayString() is "System.Threading.Tasks" or "System.Runtime.CompilerServices")
        || (method.Name == "GetValueOrDefault" && method.Parameters.Length == 0 && type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);

    private static bool IsPure(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum or SpecialType.System_DateTime
            or (>= SpecialType.System_Boolean and <= SpecialType.System_String)
        || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || s_pure.Contains(type.FullName());
}
