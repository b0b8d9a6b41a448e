using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>The method that is called on a miss, and what of the cached method's arguments goes where.</summary>
internal static class LoadedBy
{
    /// <summary>The part that has the body; of a method with a BatchWindow it is the batch's source. Null where nobody knows.</summary>
    public static IMethodSymbol? SourceOf(AnalyzedType type, AnalyzedMethod method)
    {
        var source = method.Source;
        if (method.Parsed is MethodModel { Window: not null })
        {
            var named = type.Symbol.GetMembers(method.Context.Argument<string>("Batch") ?? "").OfType<IMethodSymbol>().ToArray();
            source = named.Length != 1 ? null : type.Methods.FirstOrDefault(other => Same(other.Symbol, named[0])) is { } batch ? batch.Source : named[0];
        }

        return source is null ? null : Implementation(source);
    }

    public static IMethodSymbol Implementation(IMethodSymbol method) => method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    /// <summary>The source's parameters with those of the cached method that they are given; null for a token.</summary>
    public static IEnumerable<(IParameterSymbol Own, IParameterSymbol? Cached)> Arguments(AnalyzedMethod method, IMethodSymbol source)
    {
        var arguments = method.Parsed switch
        {
            MethodModel { Window: { } window } => window.Source.Arguments,
            MethodModel single => single.Source.Arguments,
            BatchMethod batch => batch.Source.Arguments,
            _ => default,
        };
        return arguments.Count != source.Parameters.Length ? [] : source.Parameters.Zip(arguments, (own, argument) => (own, argument.IsCancellationToken
            ? null
            : method.Symbol.Parameters.FirstOrDefault(parameter => Names.Identifier(parameter.Name) == argument.Parameter)));
    }

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
