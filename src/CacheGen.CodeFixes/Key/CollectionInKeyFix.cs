using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers.Keys;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Key;

/// <summary>CG2012: caches each item where that would compile, or takes the items as a set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CollectionInKeyFix() : RuleFix(Rules.CollectionInKey)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Diagnostic.Properties.ContainsKey(CollectionsInKey.BatchProperty) && context.CacheAttribute() is { } attribute
            && (attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name) is IdentifierNameSyntax name)
        {
            yield return new Fix("Cache each item: [CachedBatch]", "Batch", Edit.Replace(context.Tree, name.Span, "CachedBatch"));
        }

        // A list of answers may be in the order of the questions: then two orders are two entries.
        if (!context.Diagnostic.Properties.ContainsKey(CollectionsInKey.OrderedProperty) && context.AddTransform("set") is { IsEmpty: false } set)
            yield return new Fix("Leave the order out of the key: |set", "set", set);
    }
}
