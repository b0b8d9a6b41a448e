using System.Collections.Immutable;
using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers;
using CacheGen.SourceGenerator.Analyzers.Values;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Value;

/// <summary>CG3002: lets the method and its source return a view that cannot be written to, where nothing else minds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SharedMutableFix() : RuleFix(Rules.SharedMutable)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        var compilation = context.Model.Compilation;
        if (context.Method is not { } syntax || context.Model.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } symbol
            || !context.Diagnostic.Properties.TryGetValue(MutableValues.InsteadProperty, out var instead) || instead is null
            || AnalyzedMethod.Of(symbol, compilation, context.CancellationToken) is not { Context.Value: { } value, Source: { } source }
            || IsPinned(symbol) || IsPinned(source) || !SymbolEqualityComparer.Default.Equals(source.ContainingType, symbol.ContainingType)
            || source.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax sourceSyntax)
        {
            yield break;
        }

        var edits = new[] { syntax, sourceSyntax }.Select(method => Change(method, value, instead, compilation, context)).OfType<Edit>().ToImmutableArray();
        // Whoever calls them, or names them in an attribute, has to go on compiling.
        var users = compilation.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) && tree.GetText(context.CancellationToken).ToString() is var text && (text.Contains(symbol.Name) || text.Contains(source.Name)));
        if (edits.Length == 2 && context.Compiles(edits, users))
            yield return new Fix($"Return {instead}", nameof(SharedMutableFix), edits);
    }

    /// <summary>Whether somebody else says its signature too.</summary>
    private static bool IsPinned(IMethodSymbol method) => method.IsOverride || method.IsVirtual || method.IsAbstract
        || method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static Edit? Change(MethodDeclarationSyntax method, ITypeSymbol value, string instead, Compilation compilation, FixContext context)
    {
        var model = compilation.GetSemanticModel(method.SyntaxTree);
        var type = method.ReturnType.DescendantNodesAndSelf().OfType<TypeSyntax>().FirstOrDefault(node =>
            node is not NullableTypeSyntax && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(node, context.CancellationToken).Type, value));
        var arguments = type switch
        {
            ArrayTypeSyntax array => $"<{array.ElementType}>",
            GenericNameSyntax generic => generic.TypeArgumentList.ToString(),
            QualifiedNameSyntax { Right: GenericNameSyntax generic } => generic.TypeArgumentList.ToString(),
            _ => null,
        };
        if (type is null || arguments is null)
            return null;
        var name = model.LookupNamespacesAndTypes(type.SpanStart, name: instead).Any() ? instead : $"System.Collections.Generic.{instead}";
        return Edit.Replace(method.SyntaxTree, type.Span, name + arguments);
    }
}
