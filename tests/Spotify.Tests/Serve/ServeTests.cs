using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dj.Hosting;
using Dj.Http;
using Dj.People;
using Dj.Serve;
using Dj.Upstream;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.Tests.Serve;

public sealed class ServeTests : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"dj-serve-{Guid.NewGuid():N}");
    private DjUpstream _upstream = null!;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private WorldPlaylist First => _upstream.World.Playlists.First;

    public async ValueTask InitializeAsync()
    {
        _upstream = await DjUpstream.StartAsync(new UpstreamOptions { SimulateLatency = false }, Ct);
        _app = ServeCommand.Build(new UpstreamSettings().OrStandIn(_upstream), "http://127.0.0.1:0", asPublished: false, builder =>
        {
            TestDj.WithoutPace(builder.Services);
            builder.Services.AddSingleton(new PreferenceFiles(_folder));
        });
        await _app.StartAsync(Ct);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _upstream.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Analysis_IsAnswered_AndStatsTellOfAllFiveCaches()
    {
        var analysis = await GetAsync($"playlists/{First.Id}/analysis");
        Assert.Equal(100, analysis.GetProperty("tracks").GetArrayLength());

        var stats = await GetAsync("stats");
        Assert.Equal(["default", "spotify", "sessions", "preferences", "temporary"], stats.EnumerateObject().Select(cache => cache.Name));
        Assert.True(stats.GetProperty("spotify").GetProperty("entries").GetInt32() >= 100);
    }

    [Fact]
    public async Task PreferencesOfWhoIsSignedIn_ChangeHowHeSeesAnAnalysis()
    {
        var before = await GetAsync($"playlists/{First.Id}/analysis");
        SignIn(_upstream.World.Users[1]);
        var saved = await _http.PutAsJsonAsync("me/preferences", new { keyNotation = "Musical", slowestBpm = 60 }, Ct);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal("Musical", (await GetAsync("me/preferences")).GetProperty("keyNotation").GetString());

        var after = await GetAsync($"playlists/{First.Id}/analysis");

        Assert.Matches("^[0-9]+[AB]$", Keys(before).First());
        Assert.Matches("^[A-G]", Keys(after).First());
        Assert.All(after.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("bpm")), bpm =>
            Assert.True(bpm.ValueKind == JsonValueKind.Null || bpm.GetDouble() < 120));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    public async Task PreferencesThatMakeNoSense_AreABadRequest(int slowestBpm)
    {
        SignIn(_upstream.World.Users[1]);

        var answer = await _http.PutAsJsonAsync("me/preferences", new { slowestBpm }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("between 40 and 160", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_IsSeenAtOnce_AndOthersMayNotEdit()
    {
        await GetAsync($"playlists/{First.Id}");
        var added = new { trackIds = new[] { _upstream.World.Playlists.Long.TrackIds[0] } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await _http.PostAsJsonAsync($"playlists/{First.Id}/tracks", added, Ct)).StatusCode);
        SignIn(_upstream.World.Users.First(user => user.Id != First.OwnerId));
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.PostAsJsonAsync($"playlists/{First.Id}/tracks", added, Ct)).StatusCode);

        SignIn(_upstream.World.FindUser(First.OwnerId)!);
        Assert.Equal(HttpStatusCode.OK, (await _http.PostAsJsonAsync($"playlists/{First.Id}/tracks", added, Ct)).StatusCode);
        Assert.Equal(101, (await GetAsync($"playlists/{First.Id}")).GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await _http.DeleteAsync($"playlists/{First.Id}/tracks/{added.trackIds[0]}", Ct)).StatusCode);
        Assert.Equal(100, (await GetAsync($"playlists/{First.Id}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task BustedPlaylist_IsReadAnew()
    {
        await GetAsync($"playlists/{First.Id}");
        First.Remove([First.TrackIds[0]]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await _http.DeleteAsync($"cache/playlists/{First.Id}", Ct)).StatusCode);
        SignIn(_upstream.World.Users[0]);
        Assert.Equal(HttpStatusCode.NoContent, (await _http.DeleteAsync($"cache/playlists/{First.Id}", Ct)).StatusCode);

        Assert.Equal(99, (await GetAsync($"playlists/{First.Id}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task SignedOut_TheTokenIsAskedAboutAgain()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _http.GetAsync("me", Ct)).StatusCode);
        SignIn(_upstream.World.Users[0]);
        Assert.Equal(_upstream.World.Users[0].Id, (await GetAsync("me")).GetProperty("id").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await _http.DeleteAsync("me/session", Ct)).StatusCode);
        await GetAsync("me");

        Assert.Equal(2, _upstream.Spotify.CallsByEndpoint["me"]);
    }

    [Fact]
    public async Task UpstreamDown_WhatWasSeenIsAnswered_AndTheRestIsABadGatewayThatSaysWhy()
    {
        await GetAsync($"playlists/{First.Id}/analysis");
        foreach (var api in _upstream.All)
            api.IsDown = true;

        await GetAsync($"playlists/{First.Id}/analysis");
        var unseen = await _http.GetAsync($"playlists/{_upstream.World.Playlists.Long.Id}/analysis", Ct);

        Assert.Equal(HttpStatusCode.BadGateway, unseen.StatusCode);
        Assert.Contains("Spotify does not answer", await unseen.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync("nowhere", Ct)).StatusCode);
    }

    [Fact]
    public async Task WhoIsSignedInDuringAnOutage_GetsTheAnalysisAllTheSame()
    {
        await GetAsync($"playlists/{First.Id}/analysis");
        foreach (var api in _upstream.All)
            api.IsDown = true;
        SignIn(_upstream.World.Users[1]);

        Assert.Equal(100, (await GetAsync($"playlists/{First.Id}/analysis")).GetProperty("tracks").GetArrayLength());
    }

    [Theory]
    [InlineData("playlists/..%2Fx", HttpStatusCode.NotFound)]
    [InlineData("playlists/a%20b/analysis", HttpStatusCode.NotFound)]
    [InlineData("search?q=%20", HttpStatusCode.BadRequest)]
    [InlineData("search?q=amber&offset=-1", HttpStatusCode.BadRequest)]
    public async Task WhatCanBeNoQuestion_IsNotAsked(string path, HttpStatusCode status)
    {
        using var answer = await _http.GetAsync(path, Ct);

        Assert.Equal((status, 0), (answer.StatusCode, _upstream.Spotify.Calls));
    }

    [Theory]
    [InlineData("""{ "trackIds": [] }""")]
    [InlineData("""{ "trackIds": null }""")]
    [InlineData("""{ "trackIds": ["no id"] }""")]
    [InlineData("{}")]
    public async Task EditWithoutTracks_IsABadRequest(string body)
    {
        SignIn(_upstream.World.FindUser(First.OwnerId)!);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await _http.PostAsync($"playlists/{First.Id}/tracks", content, Ct);

        Assert.Equal((HttpStatusCode.BadRequest, 0), (answer.StatusCode, _upstream.Spotify.Calls));
    }

    [Fact]
    public async Task WhatCanBeNoToken_IsNotAskedAbout()
    {
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer bad!token");

        Assert.Equal(HttpStatusCode.Unauthorized, (await _http.GetAsync("me", Ct)).StatusCode);
        Assert.Equal(0, _upstream.Spotify.Calls);
    }

    private void SignIn(WorldUser user) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", user.Token);

    private static IEnumerable<string> Keys(JsonElement analysis) =>
        analysis.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("key").GetString()).OfType<string>();

    private async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).Clone();
    }
}
