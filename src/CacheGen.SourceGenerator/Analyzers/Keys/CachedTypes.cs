using System.Runtime.CompilerServices;
using CacheGen.SourceGenerator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>The types in a file that may have cached methods, by their syntax alone: known as long as the file stays as it is.</summary>
internal static class CachedTypes
{
    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<string>> s_known = new();

    /// <summary>All of a compilation.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation) =>
        compilation.SyntaxTrees.SelectMany(In).Distinct().Select(compilation.Assembly.GetTypeByMetadataName).OfType<INamedTypeSymbol>();

    /// <summary>Their metadata names.</summary>
    public static IReadOnlyList<string> In(SyntaxTree tree) => s_known.GetValue(tree, static tree => tree.GetRoot() is CompilationUnitSyntax root
        ? [.. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>().Where(IsOurs).Select(NameOf)]
        : []);

    private static bool IsOurs(TypeDeclarationSyntax type) => type.Members.OfType<MethodDeclarationSyntax>()
        .SelectMany(method => method.AttributeLists).SelectMany(list => list.Attributes)
        .Any(attribute => attribute.Name.LastName() is "Cached" or "CachedAttribute" or "CachedBatch" or "CachedBatchAttribute");

    private static string NameOf(TypeDeclarationSyntax type)
    {
        var name = Own(type);
        for (var parent = type.Parent; parent is not null; parent = parent.Parent)
        {
            name = parent switch
            {
                TypeDeclarationSyntax outer => $"{Own(outer)}+{name}",
                BaseNamespaceDeclarationSyntax space => $"{string.Concat(space.Name.DescendantTokens().Select(token => token.ValueText))}.{name}",
                _ => name,
            };
        }

        return name;
    }

    private static string Own(TypeDeclarationSyntax type) =>
        type.TypeParameterList is { Parameters.Count: > 0 and var arity } ? $"{type.Identifier.ValueText}`{arity}" : type.Identifier.ValueText;
}
