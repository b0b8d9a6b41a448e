using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers.Values;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Value;

/// <summary>CG3005: says how long misses are kept, or that they are not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnstoredMissFix() : RuleFix(Rules.UnstoredMiss)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Method is not { } syntax || context.Model.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } method
            || MethodParsers.Find(method)?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax attribute
            || !context.Diagnostic.Properties.TryGetValue(Misses.SuggestedProperty, out var suggested))
        {
            yield break;
        }

        yield return new Fix($"Keep misses for \"{suggested}\"", "Keep", attribute.Set("MissTtl", $"\"{suggested}\""));
        yield return new Fix("Say that misses are not kept", "Null", attribute.Set("MissTtl", "null"));
    }
}
