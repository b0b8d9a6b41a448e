using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Discogs.Api;
using Discogs.Serve;

namespace Discogs.Tests.Service;

public sealed class ServeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SameReleaseTwice_ShowsAsOneHitInTheStatistics()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        await using var app = ServeCommand.Build(new DiscogsSettings(discogs.Upstream.BaseAddress, "token"), "http://127.0.0.1:0");
        await app.StartAsync(Ct);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var id = discogs.Upstream.Catalogue.Pressings[0].Id;

        await http.GetStringAsync($"releases/{id}", Ct);
        await http.GetStringAsync($"releases/{id}", Ct);
        var statistics = await http.GetFromJsonAsync<JsonElement>("stats", Ct);

        Assert.Equal(1, statistics.GetProperty("hits").GetInt32());
        Assert.Equal(0.5, statistics.GetProperty("hitRate").GetDouble());
        Assert.Equal(1, statistics.GetProperty("methods").GetArrayLength());
    }

    [Fact]
    public async Task UpstreamDown_IsABadGatewayForWhatIsNotCached()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        discogs.Upstream.IsDown = true;
        await using var app = ServeCommand.Build(new DiscogsSettings(discogs.Upstream.BaseAddress, "token"), "http://127.0.0.1:0");
        await app.StartAsync(Ct);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var response = await http.GetAsync("releases/1", Ct);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }
}
