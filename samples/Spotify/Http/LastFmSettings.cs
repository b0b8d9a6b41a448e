using Samples;

namespace Dj.Http;

/// <param name="Api">Where the API is.</param>
/// <param name="Key">Which application calls.</param>
public sealed record LastFmSettings(Uri Api, string Key)
{
    /// <summary>For the bundled API, which wants a key, but takes any.</summary>
    public static LastFmSettings Bundled(Uri api) => new(api, "bundled");

    public void Apply(HttpClient http) => UpstreamConnection.Apply(http, Api);

    // A record would print its key.
    public override string ToString() => $"Last.fm at {Api}";

    internal static LastFmSettings? Read(SettingsReader variables)
    {
        var api = variables.ReadAddress("LASTFM_BASE_URL", "https://ws.audioscrobbler.com/2.0/");
        if (api is null)
            return null;
        if (variables.ReadText("LASTFM_API_KEY") is { } key)
            return new LastFmSettings(api, key);
        if (api.Host.EndsWith(".audioscrobbler.com", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException(
                "Last.fm wants to know which application calls: set LASTFM_API_KEY to what https://www.last.fm/api/account/create gives, "
                    + "or unset LASTFM_BASE_URL for the bundled API.");
        }

        return Bundled(api);
    }
}
