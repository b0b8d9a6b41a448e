using System.Net;

namespace Discogs.Tests.Upstream;

public sealed class RateLimitTests
{
    [Fact]
    public async Task SixtyFirstCallOfAMinute_IsRefused()
    {
        await using var discogs = await TestDiscogs.StartAsync();

        for (var call = 1; call <= 60; call++)
        {
            using var response = await discogs.SendAsync("/");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(("60", $"{call}", $"{60 - call}"), Limits(response));
        }

        using var refused = await discogs.SendAsync("/");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(("60", "60", "0"), Limits(refused));
        var error = await TestDiscogs.ReadAsync(refused);
        Assert.Equal("You are making requests too quickly.", error.GetProperty("message").GetString());
        Assert.Equal((61, 1), (discogs.Upstream.Calls.Total, discogs.Upstream.Calls.RateLimited));
    }

    [Fact]
    public async Task WithoutCredentials_TwentyFiveCallsAreAllowed()
    {
        await using var discogs = await TestDiscogs.StartAsync(token: null);

        for (var call = 1; call <= 25; call++)
        {
            using var response = await discogs.SendAsync("/");
            Assert.Equal("25", Limits(response).Limit);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        using var refused = await discogs.SendAsync("/");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task WindowMoves_CallsOfAMinuteAgoNoLongerCount()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        await CallAsync(discogs, 40);
        discogs.Clock.Advance(TimeSpan.FromSeconds(30));
        await CallAsync(discogs, 20);

        discogs.Clock.Advance(TimeSpan.FromSeconds(29));
        using var refused = await discogs.SendAsync("/");
        discogs.Clock.Advance(TimeSpan.FromSeconds(1));
        using var allowed = await discogs.SendAsync("/");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal(("60", "21", "39"), Limits(allowed));
    }

    private static async Task CallAsync(TestDiscogs discogs, int times)
    {
        for (var call = 0; call < times; call++)
            (await discogs.SendAsync("/")).Dispose();
    }

    private static (string Limit, string Used, string Remaining) Limits(HttpResponseMessage response) =>
        (Header(response, ""), Header(response, "-Used"), Header(response, "-Remaining"));

    private static string Header(HttpResponseMessage response, string end) =>
        Assert.Single(response.Headers.GetValues("X-Discogs-Ratelimit" + end));
}
