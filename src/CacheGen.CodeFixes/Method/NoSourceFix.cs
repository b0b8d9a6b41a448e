using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.CodeFixes.Method;

/// <summary>CG1002: adds the source, for its author to write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NoSourceFix() : RuleFix(Rules.NoSource)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Method is not { } method || context.Model.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || MethodParsers.Begin(symbol, context.Model.Compilation, report: null, context.CancellationToken) is not { } parsed
            || SourceName.For(method, parsed) is not { Edits.Count: 0 } source)
        {
            yield break;
        }

        var exception = context.Model.TypeAt("System.NotImplementedException", method.SpanStart);
        var text = $"{method.BetweenMembers()}{SourceMethod.Header(method, source.Name, context.Model)} => throw new {exception}();";
        yield return new Fix($"Add the source '{source.Name}'", "Source", Edit.Insert(context.Tree, method.After(), text));
    }
}
