namespace CacheGen.SourceGenerator.Model;

/// <summary>All cached methods of a compilation, ordered by id.</summary>
/// <param name="Namespace">Of the generated class; no other assembly has it.</param>
/// <param name="Methods">At least one.</param>
internal sealed record CatalogModel(string Namespace, EquatableArray<CatalogEntry> Methods);

/// <summary>What the catalog says of one cached method.</summary>
internal sealed record CatalogEntry
{
    public required string Id { get; init; }

    public required string Key { get; init; }

    public required string Prefix { get; init; }

    public required string? Profile { get; init; }

    public required int Version { get; init; }

    public required string ValueType { get; init; }

    public required bool MayMiss { get; init; }

    /// <summary>Of a stream: the most items that are cached.</summary>
    public required int? MaxItems { get; init; }

    public required PolicyModel Policy { get; init; }

    /// <summary>The method that says how long a value is fresh.</summary>
    public required string? TtlFrom { get; init; }

    public required EquatableArray<string> Tags { get; init; }

    public required string Source { get; init; }

    /// <summary>Ids of the methods that remove entries, by method or by tag.</summary>
    public required EquatableArray<string> InvalidatedBy { get; init; }

    /// <summary>Ids of the methods that store entries.</summary>
    public required EquatableArray<string> UpdatedBy { get; init; }
}
