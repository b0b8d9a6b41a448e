using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>A type that has methods of ours.</summary>
internal sealed class AnalyzedType
{
    // Each family of rules has its analyzer; they all look at the same parse.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, IReadOnlyList<AnalyzedMethod>>> s_parsed = new();

    /// <param name="symbol">The type.</param>
    /// <param name="compilation">Where it is.</param>
    /// <param name="options">What .editorconfig says.</param>
    /// <param name="bodies">What its members do; null for analyzers that do not look.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public AnalyzedType(INamedTypeSymbol symbol, Compilation compilation, AnalyzerOptions options, Bodies? bodies, CancellationToken cancellationToken)
    {
        Symbol = symbol;
        Compilation = compilation;
        Options = options;
        Bodies = bodies ?? new Bodies();
        CancellationToken = cancellationToken;
        Methods = s_parsed.GetValue(compilation, _ => new(SymbolEqualityComparer.Default)).GetOrAdd(
            symbol, _ => [.. symbol.GetMembers().OfType<IMethodSymbol>().Select(method => AnalyzedMethod.Of(method, compilation, cancellationToken)).OfType<AnalyzedMethod>()]);
    }

    public INamedTypeSymbol Symbol { get; }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Its methods with an attribute of ours, in the order of their declaration.</summary>
    public IReadOnlyList<AnalyzedMethod> Methods { get; }

    /// <summary>What its methods, accessors and initializers do; empty for analyzers that do not read bodies.</summary>
    public Bodies Bodies { get; }
}
