using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers.Flow;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Policy;

/// <summary>CG4004: gives each load a scope of its own, where it can have one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ScopedSourceFix() : RuleFix(Rules.ScopedSource)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (!context.Diagnostic.Properties.ContainsKey(ScopedSource.CanHaveScope))
            yield break;
        // Where a default says when to refresh, the method is underlined.
        var attribute = context.Around<AttributeSyntax>() ?? context.CacheAttribute();
        if (attribute is not null)
            yield return new Fix("Say BackgroundScope = true", nameof(ScopedSourceFix), attribute.Set("BackgroundScope", "true"));
    }
}
