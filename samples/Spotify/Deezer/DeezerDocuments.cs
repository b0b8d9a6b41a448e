namespace Dj.Deezer;

// Deezer's documents as they are sent. What has no default is always there; a document without it cannot be read.

internal sealed record TrackDocument(long Id, string Title, ArtistDocument Artist, int Duration, string? Isrc = null, double Bpm = 0)
{
    public DeezerTrack ToTrack() => new(Id, Title, Artist.Name, string.IsNullOrWhiteSpace(Isrc) ? null : Isrc, Duration, Bpm);

    public DeezerHit ToHit() => new(Id, Title, Artist.Name, Duration);
}

internal sealed record ArtistDocument(string Name);

/// <summary>Its tracks are shorter than those asked for by id: without tempo, among others.</summary>
internal sealed record SearchDocument(IReadOnlyList<TrackDocument> Data);

/// <summary>What is sent in place of any other document.</summary>
internal sealed record ErrorDocument(ErrorDetails? Error = null);

internal sealed record ErrorDetails(int Code = 0, string? Type = null, string? Message = null)
{
    /// <summary>More than 50 calls within 5 seconds.</summary>
    public const int Quota = 4;

    public const int NoData = 800;
}
