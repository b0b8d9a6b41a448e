namespace Dj.Upstream.Music;

/// <param name="Id">Spotify's.</param>
/// <param name="Name">What the artist is really called.</param>
/// <param name="SpotifyName">What Spotify writes: a few are misspelt.</param>
/// <param name="Mbid">MusicBrainz' and Last.fm's.</param>
/// <param name="DeezerId">Deezer's.</param>
/// <param name="Tags">What listeners call the music, the most used first.</param>
/// <param name="Listeners">On Last.fm.</param>
/// <param name="Playcount">On Last.fm.</param>
public sealed record WorldArtist(
    string Id,
    string Name,
    string SpotifyName,
    string Mbid,
    long DeezerId,
    IReadOnlyList<string> Tags,
    int Listeners,
    int Playcount);

public sealed record WorldUser(string Id, string DisplayName)
{
    /// <summary>The token with which he is logged in to Spotify.</summary>
    public string Token => "user-token-" + Id;
}

public sealed record WorldAlbum(string Id, string Title, DateOnly Released);

/// <summary>A track on Spotify, and what the others know of it.</summary>
public sealed record WorldTrack
{
    /// <summary>Spotify's.</summary>
    public required string Id { get; init; }

    /// <summary>As on Spotify: may end in " - Remastered 2011" or "(feat. …)".</summary>
    public required string Title { get; init; }

    /// <summary>What it is really called, everywhere but on Spotify.</summary>
    public required string RealTitle { get; init; }

    /// <summary>The first one is who it is filed under.</summary>
    public required IReadOnlyList<WorldArtist> Artists { get; init; }

    public WorldArtist Artist => Artists[0];

    /// <summary>As on Spotify, which has none for some tracks.</summary>
    public required string? Isrc { get; init; }

    public required int DurationMs { get; init; }

    public required WorldAlbum Album { get; init; }

    public required int Popularity { get; init; }

    /// <summary>Null where Spotify has not analysed it.</summary>
    public required WorldFeatures? Features { get; init; }

    /// <summary>The releases Deezer has, the one it files the ISRC under first.</summary>
    public required IReadOnlyList<DeezerRelease> OnDeezer { get; init; }

    /// <summary>The recordings MusicBrainz has, this one first where it is known.</summary>
    public required IReadOnlyList<MusicBrainzRecording> OnMusicBrainz { get; init; }

    /// <summary>Null where Last.fm has never heard of it.</summary>
    public required LastFmPage? OnLastFm { get; init; }

    public string Uri => "spotify:track:" + Id;
}

public sealed record WorldFeatures(
    double Tempo,
    int Key,
    int Mode,
    double Energy,
    double Danceability,
    double Valence,
    double Acousticness,
    double Loudness);

/// <param name="Id">Deezer's.</param>
/// <param name="Title">The title there.</param>
/// <param name="Album">The album's title.</param>
/// <param name="Isrc">Which recording it is.</param>
/// <param name="Seconds">How long it lasts.</param>
/// <param name="Bpm">0 where Deezer has not measured it.</param>
/// <param name="Rank">How popular: more comes first.</param>
public sealed record DeezerRelease(long Id, string Title, string Album, string Isrc, int Seconds, double Bpm, int Rank);

/// <param name="Mbid">Its own.</param>
/// <param name="Title">The title there.</param>
/// <param name="LengthMs">In milliseconds.</param>
/// <param name="Isrcs">Those that have been entered: none for some.</param>
public sealed record MusicBrainzRecording(string Mbid, string Title, int LengthMs, IReadOnlyList<string> Isrcs);

/// <param name="Mbid">MusicBrainz', where Last.fm has found it out.</param>
/// <param name="Listeners">How many.</param>
/// <param name="Playcount">How often.</param>
/// <param name="Tags">The most used first, the count relative to it: none for some, only one for others.</param>
public sealed record LastFmPage(string? Mbid, int Listeners, int Playcount, IReadOnlyList<LastFmTag> Tags);

public sealed record LastFmTag(string Name, int Count);
