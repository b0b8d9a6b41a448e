namespace Dj.Spotify;

// The part of Spotify's documents that is used here. Immutable, because a cached value is shared by all who ask for it.

public sealed record Playlist(string Id, string Name, string? Description, string OwnerId, string SnapshotId, int Total);

/// <summary>A page of a playlist: <paramref name="Total"/> counts all of its entries, also those that are no tracks.</summary>
/// <param name="Offset">The place in the playlist at which the page begins.</param>
/// <param name="Total">All entries of the playlist.</param>
/// <param name="Tracks">Those of the page; local files, episodes and tracks that Spotify has lost are left out.</param>
public sealed record PlaylistPage(int Offset, int Total, IReadOnlyList<Track> Tracks);

/// <param name="Id">Spotify's own, 22 letters and digits.</param>
/// <param name="Title">As on the sleeve: may end in " - Remastered 2011" or "(feat. …)".</param>
/// <param name="Artists">The first one is who the track is filed under.</param>
/// <param name="Isrc">Which recording it is; some tracks have none.</param>
/// <param name="DurationMs">In milliseconds.</param>
public sealed record Track(string Id, string Title, IReadOnlyList<string> Artists, string? Isrc, int DurationMs)
{
    public string Artist => Artists.Count == 0 ? "" : Artists[0];

    /// <summary>The duration in seconds, rounded, as other catalogues compare it.</summary>
    public int Seconds => (DurationMs + 500) / 1000;
}

/// <param name="Id">The track's.</param>
/// <param name="Tempo">Beats a minute, estimated.</param>
/// <param name="Key">0 is C, 1 is C sharp, … 11 is B; -1 where none was found.</param>
/// <param name="Mode">1 is major, 0 minor.</param>
/// <param name="Energy">0 to 1.</param>
/// <param name="Danceability">0 to 1.</param>
public sealed record AudioFeatures(string Id, double Tempo, int Key, int Mode, double Energy, double Danceability);

public sealed record SpotifyUser(string Id, string? DisplayName);

public sealed record TrackSearch(int Offset, int Total, IReadOnlyList<Track> Tracks);

/// <param name="Value">What is sent as Authorization: Bearer.</param>
/// <param name="ExpiresIn">How long it is good from the moment it was given.</param>
public sealed record AccessToken(string Value, TimeSpan ExpiresIn)
{
    // A record would print the token.
    public override string ToString() => "a token of Spotify";
}
