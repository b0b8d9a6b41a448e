using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers.Flow;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Key;

/// <summary>CG2004: puts into the key what the source reads, or says that it changes nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnkeyedReadFix() : RuleFix(Rules.UnkeyedRead)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Around<ParameterSyntax>() is not { } parameter)
            yield break;
        if (context.Diagnostic.Properties.TryGetValue(UnkeyedRead.Holes, out var holes) && holes is not null && context.KeyTemplate() is { } template)
            yield return new Fix($"Add {string.Join(" and ", holes.Split([':'], StringSplitOptions.RemoveEmptyEntries))} to the key", "hole", template.Append(holes));
        yield return new Fix($"Mark '{parameter.Identifier.ValueText}' with [NotInKey]", "mark", parameter.Mark(context.AttributeAt("NotInKey", parameter.SpanStart)));
    }
}
