using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Value;

/// <summary>CG3001: ends unfinished LINQ in the source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnshareableFix() : RuleFix(Rules.Unshareable)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Place is not { SourceTree: { } tree } place || Expression(tree, place, context) is not { } expression)
            yield break;
        var text = expression is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax ? expression.ToString() : $"({expression})";
        var model = context.Model.Compilation.GetSemanticModel(tree);
        var isQuery = model.GetTypeInfo(expression, context.CancellationToken).Type?.AllInterfaces.Any(t => t.FullName() == "System.Linq.IQueryable") == true;
        var method = model.GetEnclosingSymbol(expression.SpanStart, context.CancellationToken) as IMethodSymbol;
        foreach (var end in new[] { "ToList", "ToArray" })
        {
            var fixes = new List<Fix>();
            if (isQuery && method is { IsAsync: true })
            {
                var token = method.Parameters.FirstOrDefault(parameter => parameter.Type.IsCancellationToken())?.Name;
                fixes.Add(new Fix($"End it with {end}Async()", $"{end}Async", Edit.Replace(tree, expression.Span, $"await {text}.{end}Async({token})")));
            }

            fixes.Add(new Fix($"End it with {end}()", end, Edit.Replace(tree, expression.Span, $"{text}.{end}()")));
            // Not where a query is of a provider that lacks the method, or the type is said by what is returned.
            foreach (var fix in fixes.Where(fix => context.Compiles(fix.Edits)))
                yield return fix;
        }
    }

    private static ExpressionSyntax? Expression(SyntaxTree tree, Location place, FixContext context)
    {
        if (!context.Model.Compilation.ContainsSyntaxTree(tree))
            return null;
        var node = tree.GetRoot(context.CancellationToken).FindNode(place.SourceSpan, getInnermostNodeForTie: true);
        return node is QueryClauseSyntax or SelectOrGroupClauseSyntax or QueryBodySyntax ? node.FirstAncestorOrSelf<QueryExpressionSyntax>() : node as ExpressionSyntax;
    }
}
