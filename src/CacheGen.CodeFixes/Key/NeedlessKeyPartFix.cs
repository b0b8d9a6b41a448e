using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers.Flow;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Key;

/// <summary>CG2005: takes out of the key what the source never reads.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NeedlessKeyPartFix() : RuleFix(Rules.NeedlessKeyPart)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Method is not { } method)
            yield break;
        if (context.Around<ParameterSyntax>() is { } parameter)
            yield return new Fix($"Mark '{parameter.Identifier.ValueText}' with [NotInKey]", "mark", parameter.Mark(method.Attribute("NotInKey")));
        else if (context.Diagnostic.Properties.TryGetValue(NeedlessKeyPart.Hole, out var hole) && hole is not null && method.KeyTemplate()?.Remove(hole) is { } edit)
            yield return new Fix($"Take {hole} out of the key", "hole", edit);
    }
}
