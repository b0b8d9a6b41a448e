using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Policy;

/// <summary>CG4001: writes a duration as it is evidently meant; takes out what is none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BadDurationFix() : RuleFix(Rules.BadDuration)
{
    // A batch cannot be without it.
    private const string Needed = "BatchWindow";

    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Around<AttributeArgumentSyntax>() is not { NameEquals.Name.Identifier.ValueText: var property, Parent.Parent: AttributeSyntax attribute } argument)
            yield break;
        var text = context.Model.GetConstantValue(argument.Expression, context.CancellationToken).Value as string ?? "";
        var meant = DurationRepair.Of(text);
        if (meant.IsNothing && property != Needed)
            yield return new Fix($"Leave {property} out", "LeaveOut", LeaveOut.Of(context, attribute, property));
        // A constant may be used elsewhere too.
        if (!argument.Expression.IsKind(SyntaxKind.StringLiteralExpression))
            yield break;
        foreach (var (duration, kind) in meant.Durations)
            yield return new Fix($"Write \"{duration}\"", kind, attribute.Set(property, $"\"{duration}\""));
    }
}
