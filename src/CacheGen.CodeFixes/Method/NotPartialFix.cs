using System.Composition;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Method;

/// <summary>CG1001: makes the type or the method partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NotPartialFix() : RuleFix(Rules.NotPartial)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Around<MemberDeclarationSyntax>() is TypeDeclarationSyntax type && !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            yield return new Fix($"Make '{type.Identifier.Text}' partial", nameof(NotPartialFix), Edit.Insert(context.Tree, type.Keyword.SpanStart, "partial "));
    }
}
