using System.Net;
using System.Net.Http.Headers;
using CacheGen.Testing;
using Discogs.Api;

namespace Discogs.Tests.Service;

public sealed class DiscogsClientTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task NotFound_IsNull()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var client = new DiscogsClient(discogs.Http, discogs.Clock);

        Assert.Null(await client.FindReleaseAsync(1, TestContext.Current.CancellationToken));
        Assert.Null(await client.FindProfileAsync("nobody", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task EveryCall_SaysWhoIsCalling()
    {
        var handler = new StubHandler(HttpStatusCode.NotFound);

        await Client(handler).FindReleaseAsync(1, TestContext.Current.CancellationToken);

        var request = Assert.Single(handler.Requests);
        Assert.Equal("CacheGenDiscogsSample/0.1", request.UserAgent.ToString());
        Assert.Equal("Discogs token=secret", request.Authorization!.ToString());
    }

    [Fact]
    public async Task RefusedOnce_IsRepeatedAfterAPause()
    {
        var handler = new StubHandler(HttpStatusCode.TooManyRequests, HttpStatusCode.NotFound);

        var release = await CompleteAsync(Client(handler).FindReleaseAsync(1, TestContext.Current.CancellationToken));

        Assert.Null(release);
        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(2), _clock.GetElapsedTime(0));
    }

    [Fact]
    public async Task RefusedAgainAndAgain_GivesUp()
    {
        var handler = new StubHandler(HttpStatusCode.TooManyRequests);

        var failure = await Assert.ThrowsAsync<RateLimitedException>(
            () => CompleteAsync(Client(handler).FindReleaseAsync(1, TestContext.Current.CancellationToken)));

        Assert.Null(failure.RetryAfter);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task RetryAfter_IsHonoured()
    {
        var handler = new StubHandler(HttpStatusCode.TooManyRequests) { RetryAfter = TimeSpan.FromSeconds(30) };

        var failure = await Assert.ThrowsAsync<RateLimitedException>(
            () => CompleteAsync(Client(handler).FindReleaseAsync(1, TestContext.Current.CancellationToken)));

        Assert.Equal(TimeSpan.FromSeconds(30), failure.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(60), _clock.GetElapsedTime(0));
    }

    private DiscogsClient Client(StubHandler handler)
    {
        var http = new HttpClient(handler);
        new DiscogsSettings(new Uri("http://discogs.test"), "secret").Apply(http);
        return new DiscogsClient(http, _clock);
    }

    // Nothing but the clock is waited for: it moves on whenever somebody waits for it.
    private async Task<T> CompleteAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            if (_clock.PendingTimers > 0)
                _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await task;
    }

    /// <summary>Answers with each status in turn, and then on with the last.</summary>
    private sealed class StubHandler(params HttpStatusCode[] answers) : HttpMessageHandler
    {
        public List<HttpRequestHeaders> Requests { get; } = [];

        public TimeSpan? RetryAfter { get; init; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(answers[Math.Min(Requests.Count, answers.Length - 1)]);
            Requests.Add(request.Headers);
            if (RetryAfter is { } wait)
                response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);

            return Task.FromResult(response);
        }
    }
}
