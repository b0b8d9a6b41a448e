namespace Dj;

/// <summary>The four services that are asked, by the names that people, failures and limiters use.</summary>
public static class Upstreams
{
    public const string Spotify = "Spotify";
    public const string Deezer = "Deezer";
    public const string MusicBrainz = "MusicBrainz";
    public const string LastFm = "Last.fm";

    public static IReadOnlyList<string> All { get; } = [Spotify, Deezer, MusicBrainz, LastFm];
}
