using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>From the models of a compilation's methods to their catalog.</summary>
internal static class CatalogParser
{
    /// <summary>Null where there is no cached method.</summary>
    public static CatalogModel? Parse(IEnumerable<ParsedMethod> methods, string? assembly)
    {
        var entries = methods.OfType<MethodModel>().Select(Entry).OrderBy(entry => entry.Id, StringComparer.Ordinal).ToEquatableArray();
        return entries.Count == 0 ? null : new CatalogModel(NamespaceOf(assembly ?? ""), entries);
    }

    private static CatalogEntry Entry(MethodModel method) => new()
    {
        Id = method.Id,
        Key = method.Key.Template,
        Prefix = method.Key.Prefix,
        Profile = method.Profile,
        Version = method.Key.Version,
        ValueType = method.ValueType.Replace("global::", ""),
        MayMiss = method.MayMiss,
        // Of a stream MissTtl says how long it is known to be too long.
        Policy = method.MaxItems is null ? method.Policy : method.Policy with { MissTtl = null },
        Tags = method.Tags.Select(tag => tag.Template).ToEquatableArray(),
        Source = method.Source.Name,
    };

    // By the assembly's name, since assemblies may see one another's internal types. Under one of our own, since a namespace that the user does
    // not expect could hide a type of his.
    private static string NamespaceOf(string assembly) => "CacheGen.Generated." + string.Join(".", assembly.Split('.').Select(part =>
    {
        var name = string.Concat(part.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_'));
        return Names.Identifier(name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? "_" + name : name);
    }));
}
