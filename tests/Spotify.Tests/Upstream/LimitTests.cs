using System.Net;
using Dj.Upstream;

namespace Dj.Tests.Upstream;

public sealed class LimitTests
{
    [Fact]
    public async Task EleventhCallAtATime_IsRefusedInTheWordsOfEach()
    {
        await using var host = await UpstreamHost.StartAsync(new UpstreamOptions());

        foreach (var (api, path) in Calls(host))
        {
            var underWay = Enumerable.Range(0, 10).Select(_ => host.SendAsync(api, path)).ToArray();
            await host.UntilUnderWayAsync(10);

            using var refused = await host.SendAsync(api, path);
            Assert.True(await IsRefusalAsync(api, refused), api.Name);
            Assert.Equal((11, 1), (api.Calls, api.Refused));

            host.Clock.Advance(TimeSpan.FromSeconds(1));
            foreach (var response in await Task.WhenAll(underWay))
            {
                Assert.False(await IsRefusalAsync(api, response), api.Name);
                response.Dispose();
            }
        }
    }

    [Fact]
    public async Task AnsweredCall_GivesItsPlaceBackBeforeTheAnswerIsRead()
    {
        await using var host = await UpstreamHost.StartAsync(new UpstreamOptions
        {
            SimulateLatency = false,
            Limits = new UpstreamLimits { Deezer = new ApiLimit { AtATime = 1 } },
        });

        for (var call = 0; call < 200; call++)
            (await host.SendAsync(host.Apis.Deezer, "track/1")).Dispose();

        Assert.Equal(0, host.Apis.Deezer.Refused);
    }

    [Theory]
    [InlineData("Spotify", 1_000, 60 * 60)]
    [InlineData("Last.fm", 1_500, 5 * 60)]
    public async Task MeasuredLimits_CountCallsOverTime(string name, int calls, int seconds)
    {
        await using var host = await UpstreamHost.StartAsync();
        await TakesAsync(host, name, calls, seconds);
    }

    [Theory]
    [InlineData("Deezer", 50, 5)]
    [InlineData("MusicBrainz", 1, 1)]
    [InlineData("Spotify", 1_000, 60 * 60)]
    public async Task PublishedLimits_AreThoseAndMore(string name, int calls, int seconds)
    {
        await using var host = await UpstreamHost.StartAsync(
            new UpstreamOptions { SimulateLatency = false, Limits = UpstreamLimits.Published });
        await TakesAsync(host, name, calls, seconds);
    }

    [Theory]
    [InlineData("Deezer")]
    [InlineData("MusicBrainz")]
    public async Task MeasuredLimits_LetTheOthersDoAsTheyLike(string name)
    {
        await using var host = await UpstreamHost.StartAsync();
        var (api, path) = Calls(host).Single(call => call.Api.Name == name);

        for (var call = 0; call < 200; call++)
            (await host.SendAsync(api, path)).Dispose();

        Assert.Equal(0, api.Refused);
    }

    [Fact]
    public async Task SpotifysRefusal_SaysHowLongToWait()
    {
        await using var host = await UpstreamHost.StartAsync(new UpstreamOptions
        {
            SimulateLatency = false,
            Limits = new UpstreamLimits { Spotify = new ApiLimit { Calls = 1, Per = TimeSpan.FromMinutes(1) } },
        });

        (await host.SendAsync(host.Apis.Spotify, "me")).Dispose();
        host.Clock.Advance(TimeSpan.FromSeconds(20.5));
        using var refused = await host.SendAsync(host.Apis.Spotify, "me");

        Assert.Equal(TimeSpan.FromSeconds(40), refused.Headers.RetryAfter?.Delta);
        var error = (await UpstreamHost.ReadAsync(refused)).GetProperty("error");
        Assert.Equal(429, error.GetProperty("status").GetInt32());
        Assert.Equal("API rate limit exceeded", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task RefusedCalls_TakeNoPlaces()
    {
        await using var host = await UpstreamHost.StartAsync(new UpstreamOptions
        {
            SimulateLatency = false,
            Limits = new UpstreamLimits { Deezer = new ApiLimit { AtATime = 2, Calls = 1, Per = TimeSpan.FromSeconds(1) } },
        });

        for (var call = 0; call < 10; call++)
            (await host.SendAsync(host.Apis.Deezer, "track/1")).Dispose();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await host.SendAsync(host.Apis.Deezer, "track/1")).Dispose();

        Assert.Equal((11, 9), (host.Apis.Deezer.Calls, host.Apis.Deezer.Refused));
    }

    private static async Task TakesAsync(UpstreamHost host, string name, int calls, int seconds)
    {
        var (api, path) = Calls(host).Single(call => call.Api.Name == name);
        for (var call = 0; call < calls; call++)
            (await host.SendAsync(api, path)).Dispose();
        Assert.Equal(0, api.Refused);

        host.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        using var refused = await host.SendAsync(api, path);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        using var allowed = await host.SendAsync(api, path);

        Assert.True(await IsRefusalAsync(api, refused));
        Assert.False(await IsRefusalAsync(api, allowed));
        Assert.Equal((calls + 2, 1), (api.Calls, api.Refused));
    }

    private static IEnumerable<(SimulatedApi Api, string Path)> Calls(UpstreamHost host) =>
    [
        (host.Apis.Spotify, "me"),
        (host.Apis.Deezer, "track/1"),
        (host.Apis.MusicBrainz, "recording?fmt=json&query=isrc:X"),
        (host.Apis.LastFm, UpstreamHost.LastFmPath("track.getCorrection", "a", "b")),
    ];

    private static async Task<bool> IsRefusalAsync(SimulatedApi api, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return api.Name switch
        {
            "Deezer" => response.StatusCode == HttpStatusCode.OK && text.Contains("\"code\":4}", StringComparison.Ordinal),
            "MusicBrainz" => response.StatusCode == HttpStatusCode.ServiceUnavailable
                && text.Contains("exceeding the allowable rate limit", StringComparison.Ordinal),
            "Last.fm" => response.StatusCode == HttpStatusCode.TooManyRequests && text.Contains("\"error\":29,", StringComparison.Ordinal),
            _ => response.StatusCode == HttpStatusCode.TooManyRequests,
        };
    }
}
