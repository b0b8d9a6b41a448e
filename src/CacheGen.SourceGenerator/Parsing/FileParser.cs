using CacheGen.SourceGenerator.Declarations;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>From a file to the models of its methods.</summary>
internal static class FileParser
{
    public static EquatableArray<ParsedMethod> Parse(AnnotatedFile file, CancellationToken cancellationToken)
    {
        var (compilation, tree) = file.Open();
        var semantics = compilation.GetSemanticModel(tree);
        return tree.GetRoot(cancellationToken).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>().Where(static method => method.AttributeLists.Count > 0)
            .Select(method => semantics.GetDeclaredSymbol(method, cancellationToken)).OfType<IMethodSymbol>()
            .Select(method => MethodParsers.Parse(method, compilation, cancellationToken)).OfType<ParsedMethod>()
            .ToEquatableArray();
    }
}
