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
    private readonly ReadWalker _walker;

    private SourceReads(IMethodSymbol source, ReadWalker walker, bool isIncomplete)
    {
        Source = source;
        _walker = walker;
        IsIncomplete = isIncomplete;
    }

    /// <summary>The part of the source that has the body.</summary>
    public IMethodSymbol Source { get; }

    /// <summary>
    /// What was not found may be read all the same: the source may be overridden, is not written yet, or does not compile.
    /// </summary>
    public bool IsIncomplete { get; }

    /// <summary>What is read of the source's parameters.</summary>
    public IReadOnlyList<ParameterRead> Parameters => _walker.Parameters;

    /// <summary>What is read of what the type holds, of static members, and of what unknown methods return.</summary>
    public IReadOnlyList<HeldRead> Held => _walker.Held;

    /// <summary>Calls of methods that are not looked into.</summary>
    public IReadOnlyList<IInvocationOperation> Outside => _walker.Outside;

    /// <summary>Calls of cached methods of the type.</summary>
    public IReadOnlyList<(IInvocationOperation Call, AnalyzedMethod Method)> Cached => _walker.Cached;

    /// <summary>The parameter of the source that a value is, unchanged; null where it may be something else.</summary>
    public IParameterSymbol? ParameterBehind(IOperation value) => _walker.ParameterBehind(value);

    /// <summary>Null where nobody knows: the source is in another type, or an interface's, or has no body.</summary>
    public static SourceReads? Of(AnalyzedType type, AnalyzedMethod method)
    {
        if (LoadedBy.SourceOf(type, method) is not { } source || type.Bodies.Of(source) is not { IsEmpty: false } blocks)
            return null;
        var walker = new ReadWalker(type, source);
        walker.Walk();
        return new SourceReads(source, walker, walker.IsBroken || ReadWalker.CanBeOverridden(source) || blocks.All(block => block.OnlyThrows()));
    }
}
