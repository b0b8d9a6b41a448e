namespace Discogs.Upstream.Catalogue;

public sealed record Artist(int Id, string Name, string Profile);

public sealed record Label(int Id, string Name, string Profile);

public sealed record Track(string Position, string Title, string Duration);

/// <summary>A master groups the pressings of one recording.</summary>
public sealed record Master(int Id, IReadOnlyList<Pressing> Versions)
{
    public Pressing Main => Versions[0];
}

/// <summary>What Discogs calls a release: one pressing of one recording.</summary>
public sealed record Pressing
{
    public required int Id { get; init; }
    public required int MasterId { get; init; }
    public required string Title { get; init; }
    public required Artist Artist { get; init; }
    public required Label Label { get; init; }
    public required string CatalogueNumber { get; init; }
    public required string Barcode { get; init; }
    public required int Year { get; init; }
    public required string Country { get; init; }
    public required string Genre { get; init; }
    public required IReadOnlyList<string> Styles { get; init; }
    public required string Format { get; init; }
    public required IReadOnlyList<string> FormatDescriptions { get; init; }
    public required IReadOnlyList<Track> Tracks { get; init; }
    public required int Have { get; init; }
    public required int Want { get; init; }
    public required int RatingCount { get; init; }
    public required double RatingAverage { get; init; }
    public required int ForSale { get; init; }
    public required decimal LowestPrice { get; init; }
    public required DateTimeOffset Added { get; init; }
}

/// <summary>One copy in somebody's collection.</summary>
public sealed record CollectionItem(int InstanceId, int FolderId, Pressing Pressing, int Rating, DateTimeOffset Added);

public sealed record User(
    int Id,
    string Username,
    string Name,
    string Location,
    DateTimeOffset Registered,
    IReadOnlyList<CollectionItem> Collection);
