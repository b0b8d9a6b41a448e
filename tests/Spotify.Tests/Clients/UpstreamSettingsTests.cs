using Dj.Http;
using Samples;

namespace Dj.Tests.Clients;

public sealed class UpstreamSettingsTests
{
    [Fact]
    public void NothingSet_IsTheBundledApis()
    {
        Assert.Equal(new UpstreamSettings(), UpstreamSettings.FromEnvironment(static _ => null));
        Assert.Equal(new UpstreamSettings(), UpstreamSettings.FromEnvironment(static _ => " "));
    }

    [Fact]
    public void KeysAlone_AreTheBundledApis() =>
        Assert.Equal(
            new UpstreamSettings(),
            Read(("SPOTIFY_CLIENT_ID", "id"), ("SPOTIFY_CLIENT_SECRET", "secret"), ("LASTFM_API_KEY", "key")));

    [Theory]
    [InlineData("https://api.deezer.com", "https://api.deezer.com/")]
    [InlineData("http://localhost:5090/deezer", "http://localhost:5090/deezer/")]
    [InlineData(" http://localhost:5090/deezer/ ", "http://localhost:5090/deezer/")]
    public void Address_EndsWithASlash(string given, string read)
    {
        var settings = Read(("DEEZER_BASE_URL", given), ("MUSICBRAINZ_BASE_URL", given), ("LASTFM_BASE_URL", given));

        Assert.Equal(new Uri(read), settings.Deezer);
        Assert.Equal(new Uri(read), settings.MusicBrainz);
        Assert.Equal(new LastFmSettings(new Uri(read), "bundled"), settings.LastFm);
    }

    [Theory]
    [InlineData("api.deezer.com")]
    [InlineData("ftp://api.deezer.com/")]
    [InlineData("https://api.deezer.com/?q=1")]
    [InlineData("/deezer")]
    public void Address_ThatIsNone_TellsWhatToDo(string address)
    {
        var failure = Assert.Throws<UsageException>(() => Read(("DEEZER_BASE_URL", address)));

        Assert.Equal(
            $"DEEZER_BASE_URL is '{address}', which is no http address: set it to one like https://api.deezer.com/, "
                + "or unset it for the bundled API.",
            failure.Message);
    }

    [Fact]
    public void Spotify_GetsTokensFromItsAccounts()
    {
        var spotify = Read(
            ("SPOTIFY_BASE_URL", "https://api.spotify.com/v1"), ("SPOTIFY_CLIENT_ID", "id"), ("SPOTIFY_CLIENT_SECRET", "secret")).Spotify;

        Assert.Equal(
            new SpotifySettings(new Uri("https://api.spotify.com/v1/"), new Uri("https://accounts.spotify.com/"), "id", "secret"), spotify);
    }

    [Fact]
    public void SpotifyOfOnesOwn_NeedsNoKey()
    {
        var spotify = Read(
            ("SPOTIFY_BASE_URL", "http://127.0.0.1:5090/v1"), ("SPOTIFY_ACCOUNTS_URL", "http://127.0.0.1:5090/accounts")).Spotify;

        Assert.Equal(
            SpotifySettings.Bundled(new Uri("http://127.0.0.1:5090/v1/"), new Uri("http://127.0.0.1:5090/accounts/")), spotify);
    }

    [Fact]
    public void SpotifyWithoutKey_TellsWhatToSet()
    {
        var failure = Assert.Throws<UsageException>(
            () => Read(("SPOTIFY_BASE_URL", "https://api.spotify.com/v1/"), ("SPOTIFY_CLIENT_ID", "id")));

        Assert.Contains("set SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SPOTIFY_BASE_URL", "SPOTIFY_ACCOUNTS_URL")]
    [InlineData("SPOTIFY_ACCOUNTS_URL", "SPOTIFY_BASE_URL")]
    public void OneAddressOfSpotify_TellsToSetTheOther(string set, string missing)
    {
        var failure = Assert.Throws<UsageException>(() => Read((set, "http://127.0.0.1:5090/")));

        Assert.Contains(missing, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LastFmWithoutKey_TellsWhatToSet()
    {
        var failure = Assert.Throws<UsageException>(() => Read(("LASTFM_BASE_URL", "https://ws.audioscrobbler.com/2.0/")));

        Assert.Contains("set LASTFM_API_KEY", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_AreNotPrinted()
    {
        var settings = new UpstreamSettings
        {
            Spotify = new SpotifySettings(new Uri("http://a.test/"), new Uri("http://b.test/"), "my-id", "my-secret"),
            LastFm = new LastFmSettings(new Uri("http://c.test/"), "my-key"),
        };

        Assert.DoesNotContain("my-", settings.ToString(), StringComparison.Ordinal);
    }

    private static UpstreamSettings Read(params (string Name, string Value)[] variables) =>
        UpstreamSettings.FromEnvironment(variables.ToDictionary(static v => v.Name, static v => v.Value).GetValueOrDefault);
}
