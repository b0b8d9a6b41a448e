using System.Text.Json.Serialization;

namespace Dj.LastFm;

// Last.fm's documents as they are sent. What has no default is always there; a document without it cannot be read.

internal sealed record CorrectionsDocument
{
    [JsonConverter(typeof(ElementConverter<CorrectionElements>))]
    public CorrectionElements? Corrections { get; init; }

    /// <summary>Where there is nothing to correct, the names are right; a track without a name is one that Last.fm does not know.</summary>
    public Correction? ToCorrection()
    {
        if (Corrections?.Correction is not [{ Track: { } known }, ..])
            return new Correction(Artist: null, Track: null);

        return string.IsNullOrWhiteSpace(known.Name)
            ? null
            : new Correction(string.IsNullOrWhiteSpace(known.Artist?.Name) ? null : known.Artist.Name, known.Name);
    }
}

internal sealed record CorrectionElements
{
    [JsonConverter(typeof(OneOrManyConverter<CorrectionElement>))]
    public IReadOnlyList<CorrectionElement> Correction { get; init; } = [];
}

internal sealed record CorrectionElement(CorrectedTrackElement? Track = null);

internal sealed record CorrectedTrackElement(string? Name = null, CorrectedArtistElement? Artist = null);

internal sealed record CorrectedArtistElement(string? Name = null);

internal sealed record NamedElement(string Name);

internal sealed record TrackInfoDocument(TrackInfoElement Track);

internal sealed record TrackInfoElement(string Name, NamedElement Artist, long Listeners = 0, long Playcount = 0)
{
    public TrackInfo ToInfo() => new(Artist.Name, Name, Listeners, Playcount);
}

internal sealed record TopTagsDocument
{
    [JsonPropertyName("toptags")]
    [JsonConverter(typeof(ElementConverter<TagElements>))]
    public TagElements? TopTags { get; init; }

    public IReadOnlyList<Tag> ToTags() => [.. (TopTags?.Tag ?? []).Select(static tag => new Tag(tag.Name, tag.Count))];
}

internal sealed record TagElements
{
    [JsonConverter(typeof(OneOrManyConverter<TagElement>))]
    public IReadOnlyList<TagElement> Tag { get; init; } = [];
}

internal sealed record TagElement(string Name, int Count = 0);

internal sealed record SimilarTracksDocument
{
    [JsonPropertyName("similartracks")]
    [JsonConverter(typeof(ElementConverter<SimilarTrackElements>))]
    public SimilarTrackElements? SimilarTracks { get; init; }

    public IReadOnlyList<SimilarTrack> ToTracks() =>
        [.. (SimilarTracks?.Track ?? []).Select(static track => new SimilarTrack(track.Artist.Name, track.Name, track.Match))];
}

internal sealed record SimilarTrackElements
{
    [JsonConverter(typeof(OneOrManyConverter<SimilarTrackElement>))]
    public IReadOnlyList<SimilarTrackElement> Track { get; init; } = [];
}

internal sealed record SimilarTrackElement(string Name, NamedElement Artist, double Match = 0);

internal sealed record ArtistInfoDocument(ArtistElement Artist);

internal sealed record ArtistElement(string Name)
{
    public StatisticsElement? Stats { get; init; }

    [JsonConverter(typeof(ElementConverter<TagElements>))]
    public TagElements? Tags { get; init; }

    [JsonConverter(typeof(ElementConverter<SimilarArtistElements>))]
    public SimilarArtistElements? Similar { get; init; }

    public ArtistInfo ToInfo() => new(
        Name,
        Stats?.Listeners ?? 0,
        [.. (Tags?.Tag ?? []).Select(static tag => tag.Name)],
        [.. (Similar?.Artist ?? []).Select(static artist => artist.Name)]);
}

internal sealed record SimilarArtistElements
{
    [JsonConverter(typeof(OneOrManyConverter<NamedElement>))]
    public IReadOnlyList<NamedElement> Artist { get; init; } = [];
}

internal sealed record StatisticsElement(long Listeners = 0);

/// <summary>What is sent in place of any other document.</summary>
internal sealed record ErrorDocument(int Error = 0, string? Message = null)
{
    public const int NoSuchThing = 6;
    public const int WrongKey = 10;
    public const int SuspendedKey = 26;
    public const int TooManyCalls = 29;
}
