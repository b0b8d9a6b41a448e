using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CacheGen.CodeFixes.Key;

/// <summary>CG2001: writes the name that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnknownHoleFix() : RuleFix(Rules.UnknownHole)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        var properties = context.Diagnostic.Properties;
        if (context.HoleText() is not { } hole
            || !properties.TryGetValue(HoleResolver.WrittenProperty, out var written) || written is null
            || !properties.TryGetValue(HoleResolver.NearProperty, out var near) || near is null)
        {
            yield break;
        }

        // The last of the path's steps with this name: those before it were found.
        var path = hole.Substring(0, hole.IndexOfAny([':', '|', '}']));
        var at = path.LastIndexOf(written, StringComparison.Ordinal);
        if (at < 0)
            yield break;
        foreach (var name in near.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            yield return new Fix(
                $"Change '{written}' to '{name}'", $"{nameof(UnknownHoleFix)}:{(near.StartsWith(name, StringComparison.Ordinal) ? "" : name)}",
                Edit.Replace(context.Tree, context.Diagnostic.Location.SourceSpan, hole.Remove(at, written.Length).Insert(at, name)));
        }
    }
}
