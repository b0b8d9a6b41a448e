using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers.Flow;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Policy;

/// <summary>CG4005: keeps the answers of each caller apart. The type is given an ICacheScope where it has none and a primary constructor takes one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AmbientReadFix() : RuleFix(Rules.AmbientRead)
{
    private static readonly string[] s_names = ["scope", "cacheScope"];

    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Method is not { } method || context.CacheAttribute() is not { } cached
            || !context.Diagnostic.Properties.TryGetValue(AmbientRead.Scope, out var scope) || scope is null)
            yield break;

        var mark = Edit.Insert(context.Tree, cached.Span.End, $", {context.AttributeAt("CacheScope", cached.SpanStart)}(\"{scope}\")");
        if (context.Diagnostic.Properties.ContainsKey(AmbientRead.Reaches))
        {
            yield return new Fix($"Mark the method with [CacheScope(\"{scope}\")]", scope, mark);
        }
        else if (!method.Modifiers.Any(SyntaxKind.StaticKeyword) && method.Parent is TypeDeclarationSyntax { ParameterList: { } parameters } type
            && Free(type) is { } name)
        {
            var separator = parameters.Parameters.Count == 0 ? "" : ", ";
            var written = $"{separator}{context.Model.TypeAt("CacheGen.ICacheScope", parameters.SpanStart)} {name}";
            yield return new Fix($"Mark the method with [CacheScope(\"{scope}\")], and take an ICacheScope", scope, mark, Insert(parameters, written));
        }
    }

    // Behind those that a caller may leave out, none can stand that he may not.
    private static Edit Insert(ParameterListSyntax list, string written) => list.Parameters.FirstOrDefault(parameter => parameter.Default is not null) is { } optional
        ? Edit.Insert(list.SyntaxTree, optional.SpanStart, written.TrimStart(',', ' ') + ", ")
        : Edit.Insert(list.SyntaxTree, list.CloseParenToken.SpanStart, written);

    private static string? Free(TypeDeclarationSyntax type) => s_names.FirstOrDefault(name =>
        !type.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name));
}
