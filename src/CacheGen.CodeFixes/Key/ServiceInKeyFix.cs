using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Key;

/// <summary>CG2002: takes the service out of the template; without one, marks the parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ServiceInKeyFix() : RuleFix(Rules.ServiceInKey)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.RemoveHole() is { } removed)
            yield return new Fix("Take it out of the key", nameof(ServiceInKeyFix), removed);
        else if (context.Node is ParameterSyntax parameter)
            yield return new Fix("Leave it out of the key: [NotInKey]", nameof(ServiceInKeyFix), parameter.Mark(context.AttributeAt("NotInKey", parameter.SpanStart)));
    }
}
