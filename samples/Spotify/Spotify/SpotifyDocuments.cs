namespace Dj.Spotify;

// Spotify's documents as they are sent. What has no default is always there; a document without it cannot be read.

internal sealed record PlaylistDocument(
    string Id, string Name, OwnerDocument Owner, string SnapshotId, TotalDocument Tracks, string? Description = null)
{
    public Playlist ToPlaylist() => new(Id, Name, Description, Owner.Id, SnapshotId, Tracks.Total);
}

internal sealed record OwnerDocument(string Id);

internal sealed record TotalDocument(int Total);

internal sealed record PageDocument(int Offset, int Total, IReadOnlyList<EntryDocument?> Items)
{
    public PlaylistPage ToPage() =>
        new(Offset, Total, [.. Items.Select(static entry => entry is { IsLocal: false } ? entry.Track?.ToTrack() : null).OfType<Track>()]);
}

/// <summary>An entry of a playlist; its track is null where Spotify has lost it.</summary>
internal sealed record EntryDocument(bool IsLocal = false, TrackDocument? Track = null);

internal sealed record TrackDocument(
    string? Id = null,
    string? Name = null,
    string? Type = null,
    bool IsLocal = false,
    int DurationMs = 0,
    IReadOnlyList<ArtistDocument>? Artists = null,
    ExternalIdsDocument? ExternalIds = null)
{
    /// <summary>Null where it is an episode, or a file on somebody's disk.</summary>
    public Track? ToTrack() =>
        Id is null || IsLocal || Type is not (null or "track")
            ? null
            : new Track(
                Id,
                Name ?? "",
                [.. (Artists ?? []).Select(static artist => artist.Name).OfType<string>()],
                SpotifyId.ReadIsrc(ExternalIds?.Isrc),
                DurationMs);
}

internal sealed record ArtistDocument(string? Name = null);

internal sealed record ExternalIdsDocument(string? Isrc = null);

internal sealed record FeaturesDocument(string Id, double Tempo, int Key, int Mode, double Energy, double Danceability)
{
    public AudioFeatures ToFeatures() => new(Id, Tempo, Key, Mode, Energy, Danceability);
}

/// <summary>In the order they were asked for; null for a track without features.</summary>
internal sealed record ManyFeaturesDocument(IReadOnlyList<FeaturesDocument?> AudioFeatures)
{
    public Dictionary<string, AudioFeatures> ToDictionary()
    {
        var features = new Dictionary<string, AudioFeatures>();
        foreach (var document in AudioFeatures)
        {
            if (document is not null)
                features[document.Id] = document.ToFeatures();
        }

        return features;
    }
}

internal sealed record SearchDocument(HitsDocument Tracks)
{
    public TrackSearch ToSearch() =>
        new(Tracks.Offset, Tracks.Total, [.. Tracks.Items.Select(static track => track?.ToTrack()).OfType<Track>()]);
}

internal sealed record HitsDocument(int Offset, int Total, IReadOnlyList<TrackDocument?> Items);

internal sealed record UserDocument(string Id, string? DisplayName = null)
{
    public SpotifyUser ToUser() => new(Id, DisplayName);
}

internal sealed record TokenDocument(string AccessToken, int ExpiresIn)
{
    public AccessToken ToToken() => new(AccessToken, TimeSpan.FromSeconds(ExpiresIn));
}

internal sealed record AdditionDocument(IReadOnlyList<string> Uris);

internal sealed record RemovalDocument(IReadOnlyList<UriDocument> Tracks);

internal sealed record UriDocument(string Uri);

internal sealed record SnapshotDocument(string SnapshotId);

internal sealed record ErrorDocument(ErrorDetails Error);

internal sealed record ErrorDetails(string? Message = null);

/// <summary>The accounts say what is wrong in the way of OAuth.</summary>
internal sealed record AccountsErrorDocument(string Error, string? ErrorDescription = null);
