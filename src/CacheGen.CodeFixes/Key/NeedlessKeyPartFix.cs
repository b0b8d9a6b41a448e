using System.Composition;
using CacheGen.CodeFixes.Edits;
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
        if (context.Around<ParameterSyntax>() is { } parameter)
            yield return new Fix($"Mark '{parameter.Identifier.ValueText}' with [NotInKey]", "mark", parameter.Mark(context.AttributeAt("NotInKey", parameter.SpanStart)));
        // Without any hole all calls would share one entry; without a template the parameter would be back.
        else if (context.HoleText() is { } hole && context.KeyTemplate() is { } template && template.Token.ValueText != hole && context.RemoveHole() is { } edit)
            yield return new Fix($"Take {hole} out of the key", "hole", edit);
    }
}
