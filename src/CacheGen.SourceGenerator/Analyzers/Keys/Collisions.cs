using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>CG2006 and CG2007: methods that can make one key. Each of the two is told of the other, where it is in this compilation.</summary>
internal static class Collisions
{
    public static void Check(AnalyzedType type, Action<Diagnostic> report)
    {
        var emitted = new HashSet<ISymbol>(type.Methods.Where(method => method.Cached is not null).Select(method => method.Symbol), SymbolEqualityComparer.Default);
        foreach (var (pattern, others) in KeyTable.Of(type.Compilation).Collisions(type.Symbol, type.CancellationToken))
        {
            if (!emitted.Contains(pattern.Context!.Method))
                continue;
            var byTemplate = others.ToLookup(other => other.Pattern.ValueType != pattern.ValueType && other.Pattern.HasTemplateOf(pattern));
            if (byTemplate[true].FirstOrDefault() is { Pattern: { } twin })
                report(Diagnostic.Create(Rules.KeyOfTwoTypes, PlaceOf(pattern), pattern.ValueType, pattern.Template, Name(twin), twin.ValueType, More(byTemplate[true])));
            if (byTemplate[false].FirstOrDefault() is { Pattern: { } other, Key: { } key })
                report(Diagnostic.Create(Rules.KeysCanBeEqual, PlaceOf(pattern), pattern.Template, other.Template, Name(other), More(byTemplate[false]), key));
        }
    }

    private static Location? PlaceOf(KeyPattern pattern)
    {
        var context = pattern.Context!;
        return context.PlaceOf(context.Said("Key") is null ? Parsing.KeyFrom.Property : "Key");
    }

    private static string Name(KeyPattern pattern) => pattern.Assembly is { } assembly ? $"{pattern.Id} in {assembly}" : pattern.Id;

    private static string More(IEnumerable<(KeyPattern Pattern, string Key)> others) => others.Skip(1).Count() is > 0 and var more ? $" (and of {more} more)" : "";
}
