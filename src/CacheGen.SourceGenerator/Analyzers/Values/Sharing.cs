using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>CG3001: what is cached is one caller's, or is made again on each hit.</summary>
internal static class Sharing
{
    public static Diagnostic? Check(AnalyzedMethod method, ITypeSymbol value, Bodies bodies)
    {
        var context = method.Context;
        if (UnshareableTypes.Find(value) is var (type, problem))
        {
            var what = SymbolEqualityComparer.Default.Equals(type, value) ? value.Short() : $"{type.Short()} in {value.Short()}";
            return Diagnostic.Create(Rules.Unshareable, context.ReturnTypeLocation, method.Symbol.Name, what, problem);
        }

        // Of a stream, and of a batch, lists are made anyway.
        if (!LazyValues.MayBe(value) || method.Parsed is not MethodModel || method.Source is not { } source)
            return null;
        foreach (var returned in ReturnedValues.Of(source, bodies))
        {
            if (LazyValues.Find(returned) is { } kind)
            {
                return Diagnostic.Create(
                    Rules.Unshareable, context.ReturnTypeLocation, [returned.Syntax.GetLocation()], method.Symbol.Name, value.Short(),
                    $"and its source '{source.Name}' {kind}, which would be evaluated again on each hit: {LazyValues.AdviceOn(kind)}");
            }
        }

        return null;
    }
}
