using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CacheGen.CodeFixes.Key;

/// <summary>CG2010, CG2011: normalizes or hashes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FreeTextFix() : RuleFix(Rules.FreeTextInKey, Rules.SecretInKey)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Diagnostic.Id == Rules.FreeTextInKey.Id && context.AddTransform("norm") is { IsEmpty: false } normalized)
            yield return new Fix("Normalize it in the key: |norm", "norm", normalized);
        if (context.AddTransform("hash") is { IsEmpty: false } hashed)
            yield return new Fix("Hash it in the key: |hash", "hash", hashed);
    }
}
