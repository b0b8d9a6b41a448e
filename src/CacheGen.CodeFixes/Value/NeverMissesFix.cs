using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Value;

/// <summary>CG3006: takes a MissTtl or MissFailSafe out that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NeverMissesFix() : RuleFix(Rules.NeverMisses)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        // A default of it has no effect either, and is meant for other methods.
        if (context.Around<AttributeArgumentSyntax>() is { Parent.Parent: AttributeSyntax attribute } argument)
            yield return new Fix($"Leave {argument.NameEquals?.Name} out", nameof(NeverMissesFix), attribute.Remove(argument));
    }
}
