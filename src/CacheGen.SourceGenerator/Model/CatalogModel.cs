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

    /// <summary>The method that says which values are misses.</summary>
    public required string? IsMiss { get; init; }

    /// <summary>The method that says which values are stored.</summary>
    public required string? StoreWhen { get; init; }

    /// <summary>The method that says which values are failures.</summary>
    public required string? FailWhen { get; init; }

    /// <summary>The method that says which cached values are still valid.</summary>
    public required string? ValidWhen { get; init; }

    /// <summary>How the source is called, where it is not called once for each entry.</summary>
    public required EquatableArray<CatalogLoad> Loads { get; init; }

    /// <summary>Loads run in a scope of their own.</summary>
    public required bool HasOwnScope { get; init; }

    public required EquatableArray<string> Tags { get; init; }

    public required string Source { get; init; }

    /// <summary>Ids of the methods that remove entries, by method or by tag.</summary>
    public required EquatableArray<string> InvalidatedBy { get; init; }

    /// <summary>Ids of the methods that store entries.</summary>
    public required EquatableArray<string> UpdatedBy { get; init; }
}

/// <summary>A call that loads several entries.</summary>
/// <param name="By">The batch that shares the entries; null where each load of them is such a call.</param>
/// <param name="Window">How long the first load waits for others; null where a batch brings its ids along.</param>
/// <param name="MaxBatch">The most ids of a call; 0 for no bound.</param>
/// <param name="MaxParallel">How many calls are made at a time, if more than one.</param>
internal sealed record CatalogLoad(string? By, long? Window, int MaxBatch, int MaxParallel);
