using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers.Policies;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Policy;

/// <summary>CG4002: says a time that has its effect, or leaves the one out that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IncoherentPolicyFix() : RuleFix(Rules.IncoherentPolicy)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Around<AttributeSyntax>() is not { } attribute)
            yield break;
        var properties = context.Diagnostic.Properties;
        if (properties.TryGetValue(Contradiction.SetProperty, out var set) && set is not null && properties.TryGetValue(Contradiction.ValueProperty, out var value))
            yield return new Fix($"Write {set} = \"{value}\"", "Write", attribute.Set(set, $"\"{value}\""));
        if (properties.TryGetValue(Contradiction.LeaveOutProperty, out var left) && left is not null)
            yield return new Fix($"Leave {left} out", "LeaveOut", LeaveOut.Of(context, attribute, left));
    }
}
