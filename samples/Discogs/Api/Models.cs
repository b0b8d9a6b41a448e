namespace Discogs.Api;

// The part of Discogs' documents that the sample reads. Immutable, because a cached value is shared by all who ask for it.

public sealed record Release(
    int Id,
    string Title,
    int Year,
    string? Country,
    IReadOnlyList<NamedResource> Artists,
    IReadOnlyList<NamedResource> Labels,
    IReadOnlyList<Format> Formats,
    IReadOnlyList<string> Genres,
    IReadOnlyList<string> Styles,
    IReadOnlyList<Track> Tracklist,
    Community Community,
    string Uri);

public sealed record NamedResource(int Id, string Name);

public sealed record Format(string Name, IReadOnlyList<string>? Descriptions);

public sealed record Track(string Position, string Title, string Duration);

public sealed record Community(int Have, int Want, Rating Rating);

public sealed record Rating(int Count, double Average);

public sealed record Profile(
    int Id,
    string Username,
    string Name,
    string Location,
    DateTimeOffset Registered,
    int NumCollection,
    int NumWantlist,
    double RatingAvg);

public sealed record Pagination(int Page, int Pages, int PerPage, int Items);

public sealed record CollectionPage(Pagination Pagination, IReadOnlyList<CollectionItem> Releases);

public sealed record CollectionItem(int Id, long InstanceId, int Rating, DateTimeOffset DateAdded, BasicInformation BasicInformation);

public sealed record BasicInformation(
    int Id,
    string Title,
    int Year,
    IReadOnlyList<NamedResource> Artists,
    IReadOnlyList<NamedResource> Labels,
    IReadOnlyList<Format> Formats,
    IReadOnlyList<string> Genres,
    IReadOnlyList<string> Styles);

public sealed record SearchPage(Pagination Pagination, IReadOnlyList<SearchResult> Results);

public sealed record SearchResult(int Id, string Type, string Title, string? Year, string? Country, string ResourceUrl);
