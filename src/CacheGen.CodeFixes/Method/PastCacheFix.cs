using System.Composition;
using CacheGen.SourceGenerator.Analyzers.Calls;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CacheGen.CodeFixes.Method;

/// <summary>CG1014: calls the cached method in place of its source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PastCacheFix() : RuleFix(Rules.PastCache)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Diagnostic.Properties.TryGetValue(PastCache.Instead, out var name) && name is not null)
            yield return new Fix($"Call '{name}'", "Instead", Edit.Replace(context.Tree, context.Diagnostic.Location.SourceSpan, Names.Identifier(name)));
    }
}
