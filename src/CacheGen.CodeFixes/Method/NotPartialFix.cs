using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Method;

/// <summary>CG1001: makes the type or the method partial, and moves a method's body to its source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NotPartialFix() : RuleFix(Rules.NotPartial)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Around<MemberDeclarationSyntax>() is TypeDeclarationSyntax type)
            yield return new Fix($"Make '{type.Identifier.Text}' partial", "Partial", TypeEdits.MakePartial(type).ToArray());
        else if (context.Method is { } method && SplitMethod.Fix(method, context.Model, context.CancellationToken) is { } fix)
            yield return fix;
    }
}
