using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Calls;

/// <summary>What there is to know of a type for who calls its methods.</summary>
internal sealed class CallTargets
{
    private static readonly string[] s_namingProperties = ["Source", "Batch", "KeyOf", "KeyFrom", "IsMiss", "StoreWhen", "ValidWhen", "TtlFrom", "FailWhen"];

    private readonly HashSet<ISymbol> _parts = new(SymbolEqualityComparer.Default);
    private readonly List<AnalyzedMethod> _methods = [];

    /// <summary>Its single-item methods that have a batch beside them.</summary>
    public required IReadOnlyList<BatchSibling> Batches { get; init; }

    /// <summary>The cached methods whose source a method of the type is.</summary>
    public IEnumerable<AnalyzedMethod> CachedBy(IMethodSymbol source) => _methods.Where(method =>
        method.Cached is not null && SymbolEqualityComparer.Default.Equals(method.Source, source));

    /// <summary>Whether a method is a source, or is named by an attribute for another part.</summary>
    public bool IsPart(ISymbol member) => _parts.Contains(member.OriginalDefinition);

    /// <summary>Null where the type has no methods of ours.</summary>
    public static CallTargets? Of(INamedTypeSymbol type, Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var isOwn = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
        // Of what does not know us, no member need be read.
        if (!isOwn && type.ContainingAssembly?.KnowsUs() != true)
            return null;
        if (!type.GetMembers().Any(member => member is IMethodSymbol { PartialDefinitionPart: null } && MethodParsers.Find(member) is not null))
            return null;
        var targets = new CallTargets { Batches = BatchSibling.In(type, compilation, cancellationToken) };
        if (!isOwn)
            return targets;
        foreach (var method in new AnalyzedType(type, compilation, options, bodies: null, cancellationToken).Methods)
        {
            targets._methods.Add(method);
            if (method.Source is { } source)
                targets._parts.Add(source);
            foreach (var name in s_namingProperties.Select(property => method.Context.Argument<string>(property)).OfType<string>())
                targets._parts.UnionWith(type.GetMembers(name).OfType<IMethodSymbol>());
        }

        return targets;
    }

    /// <summary>The name by which a call calls.</summary>
    public static Location LocationOf(IInvocationOperation call) =>
        (call.Syntax is InvocationExpressionSyntax syntax ? CallNames.In(syntax)?.Identifier.GetLocation() : null) ?? call.Syntax.GetLocation();
}
