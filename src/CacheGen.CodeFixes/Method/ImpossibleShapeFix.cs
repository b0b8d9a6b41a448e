using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.CodeFixes.Method;

/// <summary>CG1010: makes the types around partial, where that is what is wrong.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ImpossibleShapeFix() : RuleFix(Rules.ImpossibleShape)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Method is { } method && context.Model.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && MethodShape.OuterNotPartial(symbol) is { } outer)
        {
            yield return new Fix($"Make '{outer.Name}' partial", "Partial", TypeEdits.MakePartial(method).ToArray());
        }
    }
}
