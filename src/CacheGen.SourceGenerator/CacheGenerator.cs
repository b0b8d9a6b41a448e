using System.Collections.Immutable;
using System.Text;
using CacheGen.SourceGenerator.Emission;
using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.SourceGenerator;

/// <summary>attribute → parse → model → emit. This class only wires the steps; diagnostics come from the analyzers.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CacheGenerator : IIncrementalGenerator
{
    internal const string ParseStep = "Parse";
    internal const string GroupStep = "Group";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var types = MethodParsers.Attributes
            .Select(attribute => MethodsWith(attribute, context.SyntaxProvider))
            .Aggregate(static (all, more) => all.Combine(more).Select(static (both, _) => both.Left.AddRange(both.Right)))
            .SelectMany(static (methods, _) => MethodNames.Group(methods))
            .WithTrackingName(GroupStep);

        context.RegisterSourceOutput(types, static (context, type) =>
            context.AddSource(type.FileName, SourceText.From(TypeEmitter.Emit(type), Encoding.UTF8)));
    }

    private static IncrementalValueProvider<ImmutableArray<ParsedMethod>> MethodsWith(string attribute, SyntaxValueProvider syntax) => syntax
        .ForAttributeWithMetadataName(
            KnownTypes.Namespace + attribute,
            static (node, _) => node is MethodDeclarationSyntax,
            (context, token) => MethodParsers.Parse(
                (IMethodSymbol)context.TargetSymbol, attribute, context.SemanticModel.Compilation, report: null, token))
        .Where(static method => method is not null)
        .Select(static (method, _) => method!)
        .WithTrackingName(ParseStep)
        .Collect();
}
