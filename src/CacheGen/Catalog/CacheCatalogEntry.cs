namespace CacheGen;

/// <summary>One cached method, as its attributes say it: see <see cref="CacheCatalogs"/>.</summary>
public sealed record CacheCatalogEntry
{
    /// <summary>Stable id: <c>Namespace.Type.Method(parameter types)</c>. That of a generic method stands for all its type arguments.</summary>
    public required string Id { get; init; }

    /// <summary>The template of the whole key, but for the cache's own prefix: <c>discogs:release:{id}</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The part of the key that stands for the type: its <c>[CachePrefix]</c>, else its full name. The assembly's prefix, if there is one, is before it.</summary>
    public required string Prefix { get; init; }

    /// <summary>The name under which the configuration may say something of several methods at once; null for none.</summary>
    public string? Profile { get; init; }

    /// <summary>The version that is part of the key; 0 for none.</summary>
    public int Version { get; init; }

    /// <summary>What is cached, as C# writes it: <c>Discogs.Api.Release?</c>.</summary>
    public required string ValueType { get; init; }

    /// <summary>A value may stand for "there is none": null, or what IsMiss says.</summary>
    public bool MayMiss { get; init; }

    /// <summary>Of a method that returns a stream: the most items that are cached; 0 of all others.</summary>
    public int MaxItems { get; init; }

    /// <summary>What the attributes say of times, room, rate limiter and scope, before any configuration.</summary>
    public required CachePolicy Policy { get; init; }

    /// <summary>The method that says of a value how long it is fresh; null for none.</summary>
    public string? TtlFrom { get; init; }

    /// <summary>The method that says which values stand for "there is none"; null for none.</summary>
    public string? IsMiss { get; init; }

    /// <summary>The method that says which values are stored; null for none.</summary>
    public string? StoreWhen { get; init; }

    /// <summary>The method that says which values are failures; null for none.</summary>
    public string? FailWhen { get; init; }

    /// <summary>The method that is asked whether a cached value is still valid; null for none.</summary>
    public string? ValidWhen { get; init; }

    /// <summary>The templates of the tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The name of the uncached method.</summary>
    public required string Source { get; init; }

    /// <summary>The ids of the methods that remove its entries, by method or by tag.</summary>
    public IReadOnlyList<string> InvalidatedBy { get; init; } = [];

    /// <summary>The ids of the methods that store its entries.</summary>
    public IReadOnlyList<string> UpdatedBy { get; init; } = [];
}
