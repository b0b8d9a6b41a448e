using Samples;

namespace Dj.Http;

/// <param name="Api">Where the Web API is.</param>
/// <param name="Accounts">Where tokens come from.</param>
/// <param name="ClientId">Which application calls.</param>
/// <param name="ClientSecret">What proves it.</param>
public sealed record SpotifySettings(Uri Api, Uri Accounts, string ClientId, string ClientSecret)
{
    private const string RealApi = "https://api.spotify.com/v1/";
    private const string RealAccounts = "https://accounts.spotify.com/";

    /// <summary>For the bundled API, which wants an application, but takes any.</summary>
    public static SpotifySettings Bundled(Uri api, Uri accounts) => new(api, accounts, "bundled", "bundled");

    /// <summary>Prepares a client for the Web API, and for <see cref="Spotify.SpotifyAccountsClient"/>.</summary>
    public void Apply(HttpClient http) => UpstreamConnection.Apply(http, Api);

    // A record would print its secret.
    public override string ToString() => $"Spotify at {Api}";

    internal static SpotifySettings? Read(SettingsReader variables)
    {
        var api = variables.ReadAddress("SPOTIFY_BASE_URL", RealApi);
        var accounts = variables.ReadAddress("SPOTIFY_ACCOUNTS_URL", RealAccounts);
        if (api is null)
        {
            return accounts is null
                ? null
                : throw new UsageException(
                    $"SPOTIFY_ACCOUNTS_URL is set, but SPOTIFY_BASE_URL is not: set it to {RealApi}, or unset both for the bundled API.");
        }

        if (accounts is null && !IsReal(api))
            throw new UsageException($"SPOTIFY_BASE_URL is '{api}': set SPOTIFY_ACCOUNTS_URL too, so that a token can be had for it.");

        accounts ??= new Uri(RealAccounts);
        var id = variables.ReadText("SPOTIFY_CLIENT_ID");
        var secret = variables.ReadText("SPOTIFY_CLIENT_SECRET");
        if (id is not null && secret is not null)
            return new SpotifySettings(api, accounts, id, secret);
        if (IsReal(api) || IsReal(accounts))
        {
            throw new UsageException(
                "Spotify wants to know which application calls: set SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET to what "
                    + "https://developer.spotify.com/dashboard shows, or unset SPOTIFY_BASE_URL and SPOTIFY_ACCOUNTS_URL "
                    + "for the bundled API.");
        }

        return Bundled(api, accounts);
    }

    private static bool IsReal(Uri address) => address.Host.EndsWith(".spotify.com", StringComparison.OrdinalIgnoreCase);
}
