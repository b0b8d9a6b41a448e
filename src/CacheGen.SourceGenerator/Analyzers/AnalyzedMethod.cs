using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>A method of ours as analyzers see it: what the parser made of it, and the symbols that it came by.</summary>
internal sealed class AnalyzedMethod
{
    private AnalyzedMethod(ParseContext context, IReadOnlyList<Diagnostic> told)
    {
        Context = context;
        Parsed = MethodParsers.Parse(context);
        Told = told;
    }

    /// <summary>Where attributes are read and places found, as in the parser.</summary>
    public ParseContext Context { get; }

    /// <summary>Its defining part.</summary>
    public IMethodSymbol Symbol => Context.Method;

    /// <summary>What the parser made of it; null where not even a part of it can be written.</summary>
    public ParsedMethod? Parsed { get; }

    /// <summary>What it caches, of a batch for each item; null where it was refused, or caches nothing.</summary>
    public MethodModel? Cached => Parsed switch
    {
        MethodModel method => method,
        BatchMethod batch => batch.Item,
        _ => null,
    };

    /// <summary>As <see cref="Cached"/>, of a batch only where the entries are its own: what is said of those of another method is told there.</summary>
    public MethodModel? Own => Parsed is BatchMethod { OwnsItem: false } ? null : Cached;

    /// <summary>The method that is called on a miss, as it is declared, which may be a member of an interface; null where none was found.</summary>
    public IMethodSymbol? Source => Context.Source;

    /// <summary>What the parser says is wrong.</summary>
    public IReadOnlyList<Diagnostic> Told { get; }

    /// <summary>Null where it is no method of ours.</summary>
    public static AnalyzedMethod? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        // Both parts of a partial method show the attributes of both; the defining one speaks for them.
        var told = new List<Diagnostic>();
        return method.PartialDefinitionPart is null && MethodParsers.Begin(method, compilation, told.Add, cancellationToken) is { } context
            ? new AnalyzedMethod(context, told)
            : null;
    }
}
