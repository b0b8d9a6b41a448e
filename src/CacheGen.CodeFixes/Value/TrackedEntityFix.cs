using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CacheGen.CodeFixes.Value;

/// <summary>CG3003: puts AsNoTracking() behind the set that a query begins with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TrackedEntityFix() : RuleFix(Rules.TrackedEntity)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Place is not { SourceTree: { } tree } place)
            yield break;
        var edit = Edit.Insert(tree, place.SourceSpan.End, ".AsNoTracking()");
        if (context.Compiles([edit]))
            yield return new Fix("Add AsNoTracking()", nameof(TrackedEntityFix), edit);
    }
}
