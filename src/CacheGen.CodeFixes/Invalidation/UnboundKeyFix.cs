using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Invalidation;

/// <summary>CG5002: binds what the target's key reads to what the method has, all of it at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnboundKeyFix() : RuleFix(Rules.UnboundKey)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Diagnostic.Properties.TryGetValue(TargetBinder.Suggested, out var binding) && binding is not null
            && context.Around<AttributeSyntax>() is { } attribute && Bind(attribute, binding) is { } edit)
        {
            yield return new Fix($"Add With = \"{binding}\"", "With", edit);
        }
    }

    private static Edit? Bind(AttributeSyntax attribute, string binding)
    {
        if (attribute.Find("With") is not { } with)
            return attribute.Set("With", $"\"{binding}\"");
        // What is a constant elsewhere may be meant for several.
        return with.Expression is LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken } token }
            ? Edit.Insert(attribute.SyntaxTree, token.Span.End - 1, ", " + binding)
            : null;
    }
}
