using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>From the models of a compilation's methods to their catalog.</summary>
internal static class CatalogParser
{
    /// <summary>Null where there is no cached method.</summary>
    public static CatalogModel? Parse(IReadOnlyCollection<ParsedMethod> methods, string? assembly)
    {
        var writes = methods.OfType<WriteMethodModel>().OrderBy(write => write.Id, StringComparer.Ordinal).ToArray();
        var batches = methods.OfType<BatchMethod>().ToLookup(batch => batch.Item.Id);
        var entries = MethodNames.Described(methods).Select(method => Entry(method, batches[method.Id], writes)).OrderBy(entry => entry.Id, StringComparer.Ordinal).ToEquatableArray();
        return entries.Count == 0 ? null : new CatalogModel(NamespaceOf(assembly ?? ""), entries);
    }

    private static CatalogEntry Entry(MethodModel method, IEnumerable<BatchMethod> batches, IReadOnlyCollection<WriteMethodModel> writes)
    {
        var tags = method.Tags.Select(tag => tag.Template).ToEquatableArray();
        var tagShapes = new HashSet<string>(tags.Select(ShapeOf));
        return new CatalogEntry
        {
            Id = method.Id,
            Key = method.Key.Template,
            Prefix = method.Key.Prefix,
            Profile = method.Profile,
            Version = method.Key.Version,
            ValueType = method.ValueType.Replace("global::", ""),
            MayMiss = (method.MayMiss || method.Values.Miss is not null) && method.MaxItems is null,
            MaxItems = method.MaxItems,
            Policy = method.Policy,
            TtlFrom = method.Values.TtlFrom?.Name,
            IsMiss = method.Values.Miss?.Name,
            StoreWhen = method.Values.StoreWhen?.Name,
            FailWhen = method.Values.FailWhen?.Name,
            ValidWhen = method.Values.ValidWhen?.Name,
            Loads = Loads(method, batches).ToEquatableArray(),
            HasOwnScope = method.FreshInstance is not null,
            Tags = tags,
            Source = method.Window?.Source.Name ?? method.Source.Name,
            InvalidatedBy = By(writes, change => change.Kind == ChangeKind.RemoveByTag ? tagShapes.Contains(ShapeOf(change.Target)) : change.Kind == ChangeKind.Remove && change.Target == method.Id),
            UpdatedBy = By(writes, change => change.Kind == ChangeKind.Set && change.Target == method.Id),
        };
    }

    private static IEnumerable<CatalogLoad> Loads(MethodModel method, IEnumerable<BatchMethod> batches) =>
        (method.Window is { } window ? [new CatalogLoad(null, window.Ticks, window.MaxBatch, 0)] : Enumerable.Empty<CatalogLoad>())
        .Concat(batches.Select(batch => new CatalogLoad(batch.OwnsItem ? null : batch.Signature.Name.TrimStart('@'), null, batch.MaxBatch, batch.MaxParallel))
            .Distinct().OrderBy(load => load.By, StringComparer.Ordinal).ThenBy(load => load.MaxBatch).ThenBy(load => load.MaxParallel));

    private static EquatableArray<string> By(IEnumerable<WriteMethodModel> writes, Func<ChangeModel, bool> concerns) =>
        writes.Where(write => write.Changes.Any(concerns)).Select(write => write.Id).Distinct().ToEquatableArray();

    // Who removes tags and who sets them have parameters of their own: "artist:{release.ArtistId}" removes what "artist:{id}" sets.
    private static string ShapeOf(string tag) =>
        string.Concat(KeyTemplate.Split(tag, static (_, _) => { }).Select(static item => item.Path is null ? item.Literal : "\0"));

    // By the assembly's name, since assemblies may see one another's internal types. Under one of our own, since a namespace that the user does
    // not expect could hide a type of his.
    private static string NamespaceOf(string assembly) => "CacheGen.Generated." + string.Join(".", assembly.Split('.').Select(part =>
    {
        var name = string.Concat(part.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_'));
        return Names.Identifier(name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? "_" + name : name);
    }));
}
