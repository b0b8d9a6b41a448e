namespace Dj.Http;

/// <summary>Where the four APIs are, and with what keys; the bundled stand-in is meant by each that is null.</summary>
public sealed record UpstreamSettings
{
    public SpotifySettings? Spotify { get; init; }

    public Uri? Deezer { get; init; }

    public Uri? MusicBrainz { get; init; }

    public LastFmSettings? LastFm { get; init; }

    /// <summary>
    /// Reads <c>SPOTIFY_BASE_URL</c>, <c>SPOTIFY_ACCOUNTS_URL</c>, <c>SPOTIFY_CLIENT_ID</c>, <c>SPOTIFY_CLIENT_SECRET</c>,
    /// <c>DEEZER_BASE_URL</c>, <c>MUSICBRAINZ_BASE_URL</c>, <c>LASTFM_BASE_URL</c> and <c>LASTFM_API_KEY</c>. Keys alone change nothing:
    /// an API is called where its address is given.
    /// </summary>
    /// <param name="read">Gives a variable by its name; those of this process where it is null.</param>
    public static UpstreamSettings FromEnvironment(Func<string, string?>? read = null)
    {
        var variables = new SettingsReader(read ?? Environment.GetEnvironmentVariable);
        return new UpstreamSettings
        {
            Spotify = SpotifySettings.Read(variables),
            Deezer = variables.ReadAddress("DEEZER_BASE_URL", "https://api.deezer.com/"),
            MusicBrainz = variables.ReadAddress("MUSICBRAINZ_BASE_URL", "https://musicbrainz.org/ws/2/"),
            LastFm = LastFmSettings.Read(variables),
        };
    }
}
