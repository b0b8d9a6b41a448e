using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>What the members of one type do, as the compiler bound it for all analyzers at once.</summary>
internal sealed class Bodies
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _blocks = new(SymbolEqualityComparer.Default);

    /// <summary>The members whose bodies were seen; of a partial method its implementation.</summary>
    public IEnumerable<ISymbol> Members => _blocks.Keys;

    public void Add(ISymbol member, ImmutableArray<IOperation> blocks) => _blocks[member] = blocks;

    /// <summary>The blocks of a member; empty for one without a body, of another type or of another assembly: nothing is known of these.</summary>
    public ImmutableArray<IOperation> Of(ISymbol member)
    {
        var declared = member.OriginalDefinition;
        var implementation = declared is IMethodSymbol { PartialImplementationPart: { } part } ? part : declared;
        return _blocks.TryGetValue(implementation, out var blocks) ? blocks : ImmutableArray<IOperation>.Empty;
    }
}
