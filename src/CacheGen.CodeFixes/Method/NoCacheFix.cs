using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Method;

/// <summary>CG1005: adds the MethodCache to the type's constructor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NoCacheFix() : RuleFix(Rules.NoCache)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Method is { Parent: TypeDeclarationSyntax type } method
            && context.Model.GetDeclaredSymbol(method, context.CancellationToken) is { IsStatic: false } symbol
            && MethodParsers.Begin(symbol, context.Model.Compilation, report: null, context.CancellationToken) is { } parsed && CacheFinder.HasNone(parsed)
            && CacheParameter.Add(type, symbol.ContainingType, context.Model, context.CancellationToken) is { Count: > 0 } edits)
        {
            yield return new Fix("Add a MethodCache to the constructor", "Cache", edits.ToArray());
        }
    }
}
