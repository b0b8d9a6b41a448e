using System.Net;
using Dj.Upstream;

namespace Dj.Tests.Upstream;

public sealed class SimulatedApiTests
{
    [Fact]
    public async Task Apis_HaveAPathEach()
    {
        await using var host = await UpstreamHost.StartAsync();

        Assert.Equal(["Spotify", "Deezer", "MusicBrainz", "Last.fm"], host.Apis.All.Select(api => api.Name));
        Assert.Equal(
            ["/spotify/v1/", "/deezer/", "/musicbrainz/ws/2/", "/lastfm/2.0/"],
            host.Apis.All.Select(api => api.BaseAddress.AbsolutePath));
        Assert.Equal("/spotify-accounts/", host.Apis.SpotifyAccounts.AbsolutePath);
        Assert.Single(host.Apis.All.Select(api => api.BaseAddress.Authority).Append(host.Apis.SpotifyAccounts.Authority).Distinct());
    }

    [Fact]
    public async Task Calls_AreCountedByEndpointAndTokensApart()
    {
        await using var host = await UpstreamHost.StartAsync();
        var (spotify, playlist) = (host.Apis.Spotify, host.World.Playlists.First.Id);

        string[] paths = ["me", "me", $"playlists/{playlist}", $"playlists/{playlist}/tracks", "audio-features?ids=a", "nothing"];
        foreach (var path in paths)
            (await host.SendAsync(spotify, path)).Dispose();
        (await TokenAsync(host)).Dispose();
        await host.LastFmAsync("TRACK.GETINFO", "a", "b");

        Assert.Equal((6, 1, 0), (spotify.Calls, spotify.TokenCalls, spotify.Refused));
        Assert.Equal(
            ["features 1", "me 2", "other 1", "page 1", "playlist 1", "token 1"],
            spotify.CallsByEndpoint.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(1, host.Apis.LastFm.CallsByEndpoint["track.getInfo"]);
        Assert.Equal(0, host.Apis.Deezer.Calls);

        spotify.Reset();
        Assert.Equal((0, 0), (spotify.Calls, spotify.CallsByEndpoint.Count));
        Assert.Equal(1, host.Apis.LastFm.Calls);
    }

    [Fact]
    public async Task Outage_IsOfOneApiOnly()
    {
        await using var host = await UpstreamHost.StartAsync();

        foreach (var down in host.Apis.All)
        {
            down.IsDown = true;
            foreach (var api in host.Apis.All)
            {
                using var response = await host.SendAsync(api, "");
                Assert.Equal(api == down, response.StatusCode == HttpStatusCode.ServiceUnavailable);
            }

            using var token = await TokenAsync(host);
            Assert.Equal(down == host.Apis.Spotify, token.StatusCode == HttpStatusCode.ServiceUnavailable);
            down.IsDown = false;
        }
    }

    [Theory]
    [InlineData("Spotify", "playlists/x", 300)]
    [InlineData("Spotify", "playlists/x/tracks", 500)]
    [InlineData("Spotify", "audio-features?ids=x", 400)]
    [InlineData("Spotify", "tracks/x", 200)]
    [InlineData("Spotify", "search?q=x&type=track", 400)]
    [InlineData("Spotify", "me", 200)]
    [InlineData("Deezer", "track/1", 350)]
    [InlineData("MusicBrainz", "recording?query=isrc:x&fmt=json", 400)]
    [InlineData("Last.fm", "?method=track.getSimilar&artist=a&track=b&api_key=k&format=json", 450)]
    public async Task Answer_TakesAsLongAsTheRealOne(string name, string path, int milliseconds)
    {
        await using var host = await UpstreamHost.StartAsync(new UpstreamOptions());

        var call = host.SendAsync(host.Apis.All.Single(api => api.Name == name), path);
        await host.UntilUnderWayAsync(1);
        host.Clock.Advance(TimeSpan.FromMilliseconds((milliseconds * 0.9) - 1));
        Assert.Equal(1, host.Clock.PendingTimers);
        host.Clock.Advance(TimeSpan.FromMilliseconds((milliseconds * 0.2) + 2));

        (await call).Dispose();
        Assert.Equal(0, host.Clock.PendingTimers);
    }

    [Fact]
    public async Task SameSeed_AnswersTheSame()
    {
        await using var one = await UpstreamHost.StartAsync();
        await using var two = await UpstreamHost.StartAsync();

        foreach (var path in (string[])["playlists/{0}", "playlists/{0}/tracks", "search?q=blue&type=track"])
            Assert.Equal(await TextAsync(one, path), await TextAsync(two, path));

        static async Task<string> TextAsync(UpstreamHost host, string path)
        {
            path = path.Replace("{0}", host.World.Playlists.First.Id, StringComparison.Ordinal);
            var document = await host.SpotifyAsync(path);
            return document.GetRawText().Replace(host.Apis.Spotify.BaseAddress.Authority, "", StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> TokenAsync(UpstreamHost host)
    {
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", "a"), new("client_secret", "b")]);
        return await host.Http.PostAsync(new Uri(host.Apis.SpotifyAccounts, "api/token"), form, TestContext.Current.CancellationToken);
    }
}
