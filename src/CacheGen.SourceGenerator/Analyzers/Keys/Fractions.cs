using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>CG2009, in the key: floating-point numbers with all their digits, which two calls hardly ever share.</summary>
internal static class Fractions
{
    private static readonly string[] s_exact = ["R", "r", "G", "g", "G9", "g9", "G17", "g17"];

    public static void Check(IReadOnlyList<KeyRead> reads, Action<Diagnostic> report)
    {
        foreach (var read in reads)
        {
            if (read.IsTransformed || (read.Item?.Format is { } format && !s_exact.Contains(format)))
                continue;
            if (read.Values().FirstOrDefault(value => IsFraction(value.Type.Unwrapped())) is { Name: { } name, Type: { } type })
            {
                report(Diagnostic.Create(
                    Rules.UnlikelyHit, read.Location, name, $"is {type.Short()} with all its digits", $"write as many as count into the template, such as {{{name}:F2}}"));
            }
        }
    }

    private static bool IsFraction(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double || type.FullName() == "System.Half";
}
