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
        var methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.CachedAttribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (context, token) => CachedMethodParser.Parse(
                    (IMethodSymbol)context.TargetSymbol, context.Attributes[0], context.SemanticModel.Compilation, report: null, token))
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(ParseStep);

        var types = methods.Collect()
            .SelectMany(static (methods, _) => MethodNames.Group(methods))
            .WithTrackingName(GroupStep);

        context.RegisterSourceOutput(types, static (context, type) =>
            context.AddSource(type.FileName, SourceText.From(TypeEmitter.Emit(type), Encoding.UTF8)));
    }
}
