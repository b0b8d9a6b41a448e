using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <param name="Parameter">A parameter of the source.</param>
/// <param name="Path">What is read of it; empty for all.</param>
/// <param name="Use">What for.</param>
/// <param name="Where">The reference to the parameter.</param>
internal sealed record ParameterRead(IParameterSymbol Parameter, string Path, Use Use, SyntaxNode Where);

/// <summary>A field, a property, a parameter of the primary constructor, or what an unknown method returns.</summary>
/// <param name="Operation">The reference, or the call.</param>
/// <param name="Path">What is read of it; empty for all.</param>
internal sealed record HeldRead(IOperation Operation, string Path)
{
    public ISymbol Symbol => Operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInvocationOperation call => call.TargetMethod,
        _ => ((IMemberReferenceOperation)Operation).Member,
    };
}

/// <summary>What a source reads, itself and through what it calls of its own type.</summary>
internal sealed class SourceReads
{
    private SourceReads(IMethodSymbol source, ReadWalker walker)
    {
        Source = source;
        Walker = walker;
    }

    /// <summary>The part of the source that has the body.</summary>
    public IMethodSymbol Source { get; }

    public IReadOnlyList<ParameterRead> Parameters => Walker.Parameters;

    public IReadOnlyList<HeldRead> Held => Walker.Held;

    public ReadWalker Walker { get; }

    /// <summary>Null where nobody knows: the source is in another type, or an interface's, or has no body.</summary>
    public static SourceReads? Of(AnalyzedType type, AnalyzedMethod method)
    {
        if (LoadedBy.SourceOf(type, method) is not { } source || type.Bodies.Of(source).IsEmpty)
            return null;
        var walker = new ReadWalker(type, source);
        walker.Walk();
        return new SourceReads(source, walker);
    }
}
