using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Writes;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Calls;

/// <summary>CG1014: a source is called, where its cached method could be.</summary>
internal static class PastCache
{
    /// <summary>The property with the name of the method to call instead; not there where the arguments do not fit.</summary>
    public const string Instead = "Instead";

    private static readonly string[] s_meansIt = ["Uncached", "Fresh", "Refresh", "Reload", "Warm", "Bypass", "NoCache", "Direct"];

    public static Diagnostic? Judge(IInvocationOperation call, ISymbol caller, CallTargets targets, Func<INamedTypeSymbol, CallTargets?> others)
    {
        var source = call.TargetMethod.OriginalDefinition;
        // Who makes a source public offers it.
        if (source.DeclaredAccessibility == Accessibility.Public || targets.CachedBy(source).FirstOrDefault() is not { } cached)
            return null;
        if (call.Instance?.Syntax is BaseExpressionSyntax || IsMeant(caller, source, others) || HandlesCache(call))
            return null;
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (targets.CachedBy(source).Count() == 1 && Fits(call, cached.Symbol))
            properties = properties.Add(Instead, cached.Symbol.Name);
        return Diagnostic.Create(Rules.PastCache, CallTargets.LocationOf(call), properties, source.Name, cached.Symbol.Name);
    }

    private static bool IsMeant(ISymbol caller, IMethodSymbol source, Func<INamedTypeSymbol, CallTargets?> others) =>
        SymbolEqualityComparer.Default.Equals(caller.OriginalDefinition, source)
        // Loads of other methods choose how old what they are made of may be; and what is about to be written is read from where it is written.
        || (caller.ContainingType is { } type && others(type.OriginalDefinition)?.IsPart(caller) == true)
        || MethodParsers.Find(caller) is not null
        || WriteNames.VerbOf(caller.Name) is not null
        || s_meansIt.Any(word => caller.Name.IndexOf(word, StringComparison.Ordinal) >= 0);

    // Who sets an entry by its handle, or works inside a transaction, knows of the cache.
    private static bool HandlesCache(IOperation call)
    {
        var root = call;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<IInvocationOperation>().Any(other =>
            other.TargetMethod.ContainingType.IsOurs() || other.TargetMethod.Name.StartsWith("BeginTransaction", StringComparison.Ordinal));
    }

    /// <summary>Whether the cached method can be called by the same arguments and gives the same.</summary>
    private static bool Fits(IInvocationOperation call, IMethodSymbol method)
    {
        var cached = SourceFinder.Closed(method, call.TargetMethod.OriginalDefinition);
        var source = call.TargetMethod.OriginalDefinition;
        if (cached.IsStatic != source.IsStatic || !SymbolEqualityComparer.IncludeNullability.Equals(cached.ReturnType, source.ReturnType))
            return false;
        var given = call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).ToArray();
        return call.Arguments.All(argument => argument is { Parameter: not null, ArgumentKind: ArgumentKind.Explicit or ArgumentKind.DefaultValue })
            && given.All(argument => argument.Parameter!.Ordinal < cached.Parameters.Length
                && SymbolEqualityComparer.Default.Equals(cached.Parameters[argument.Parameter.Ordinal].Type, argument.Parameter.OriginalDefinition.Type)
                && (argument.Syntax is not ArgumentSyntax { NameColon: not null } || cached.Parameters[argument.Parameter.Ordinal].Name == argument.Parameter.Name))
            && cached.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams || given.Any(argument => argument.Parameter!.Ordinal == parameter.Ordinal));
    }
}
