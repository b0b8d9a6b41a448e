using System.Net.Sockets;
using Dj.Deezer;
using Dj.Http;

namespace Dj.Tests.Clients;

/// <summary>What becomes of calls that nobody answers. All clients call in the same way; Deezer's stands for them.</summary>
public sealed class UpstreamHttpTests
{
    [Fact]
    public async Task NobodyListening_IsAFailure()
    {
        // A port that was free a moment ago.
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}/");
        listener.Stop();
        using var http = new HttpClient(UpstreamConnection.CreateHandler());
        UpstreamConnection.Apply(http, address);

        var failure = await Assert.ThrowsAsync<UpstreamException>(
            () => new DeezerClient(http).GetTrackAsync(1, TestContext.Current.CancellationToken));

        Assert.Equal("Deezer does not answer: connection refused", failure.Message);
        Assert.IsType<HttpRequestException>(failure.InnerException);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "its name is not known here")]
    [InlineData(HttpRequestError.ResponseEnded, "the connection broke off")]
    [InlineData(HttpRequestError.Unknown, "something happened")]
    public async Task BrokenConnection_IsAFailure(HttpRequestError error, string problem)
    {
        var upstream = new StubUpstream { Instead = _ => throw new HttpRequestException(error, "something happened") };

        var failure = await Assert.ThrowsAsync<UpstreamException>(
            () => Client(upstream).GetTrackAsync(1, TestContext.Current.CancellationToken));

        Assert.Equal($"Deezer does not answer: {problem}", failure.Message);
        Assert.Single(upstream.Calls);
    }

    [Fact]
    public async Task Timeout_IsAFailure()
    {
        var upstream = new StubUpstream { Instead = static ct => Task.Delay(Timeout.Infinite, ct) };
        using var http = upstream.CreateClient("https://api.deezer.com/");
        http.Timeout = TimeSpan.FromMilliseconds(1);

        var failure = await Assert.ThrowsAsync<UpstreamException>(
            () => new DeezerClient(http).GetTrackAsync(1, TestContext.Current.CancellationToken));

        Assert.Equal("Deezer does not answer: it takes too long", failure.Message);
    }

    [Fact]
    public async Task CallerWhoLeaves_IsNoFailureOfTheUpstream()
    {
        using var caller = new CancellationTokenSource();
        var upstream = new StubUpstream
        {
            Instead = async ct =>
            {
                await caller.CancelAsync();
                await Task.Delay(Timeout.Infinite, ct);
            },
        };

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(upstream).GetTrackAsync(1, caller.Token));

        Assert.Equal(caller.Token, failure.CancellationToken);
    }

    private static DeezerClient Client(StubUpstream upstream) => new(upstream.CreateClient("https://api.deezer.com/"));
}
