namespace Dj.LastFm;

/// <summary>How a track is really called.</summary>
/// <param name="Artist">Null where the name that was asked about is right, however it was written: other callers may write it otherwise.</param>
/// <param name="Track">Likewise.</param>
public sealed record Correction(string? Artist, string? Track);

public sealed record TrackInfo(string Artist, string Title, long Listeners, long Playcount);

/// <param name="Name">The tag.</param>
/// <param name="Count">How often, relative to the most used tag of the track, from 0 to 100.</param>
public sealed record Tag(string Name, int Count);

/// <param name="Artist">Whose track.</param>
/// <param name="Title">Which.</param>
/// <param name="Match">How similar, from 0 to 1.</param>
public sealed record SimilarTrack(string Artist, string Title, double Match);

public sealed record ArtistInfo(string Name, long Listeners, IReadOnlyList<string> Tags, IReadOnlyList<string> Similar);
