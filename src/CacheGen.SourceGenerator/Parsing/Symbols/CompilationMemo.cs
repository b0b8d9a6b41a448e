using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What was found out of symbols, once in a compilation: many methods ask the same of their type. It goes when the compilation goes.</summary>
internal sealed class CompilationMemo<T>
{
    private readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, T>> _known = new();

    public T Of(Compilation compilation, ISymbol symbol, Func<ISymbol, T> find) =>
        _known.GetValue(compilation, static _ => new(SymbolEqualityComparer.Default)).GetOrAdd(symbol, find);
}
