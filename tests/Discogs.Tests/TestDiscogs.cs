using System.Net;
using System.Text.Json;
using CacheGen;
using CacheGen.Testing;
using Discogs.Api;
using Discogs.Upstream;

namespace Discogs.Tests;

/// <summary>The simulated API and a service on it, on a clock that the test moves.</summary>
internal sealed class TestDiscogs : IAsyncDisposable
{
    private TestDiscogs(ManualTimeProvider clock, DiscogsUpstream upstream, HttpClient http)
    {
        Clock = clock;
        Upstream = upstream;
        Http = http;
        Cache = MethodCache.CreateInProcess(new CacheGenOptions { TimeProvider = clock });
        Catalog = new DiscogsCatalog(new DiscogsClient(http, clock), Cache);
    }

    public ManualTimeProvider Clock { get; }

    public DiscogsUpstream Upstream { get; }

    public HttpClient Http { get; }

    public MethodCache Cache { get; }

    public DiscogsCatalog Catalog { get; }

    public static async Task<TestDiscogs> StartAsync(string? token = "an-application", int seed = 1)
    {
        var clock = new ManualTimeProvider();
        var upstream = await DiscogsUpstream.StartAsync(
            new UpstreamOptions { Seed = seed, TimeProvider = clock, SimulateLatency = false },
            TestContext.Current.CancellationToken);
        var settings = new DiscogsSettings(upstream.BaseAddress, token);
        var http = new HttpClient(settings.CreateHandler());
        settings.Apply(http);
        return new TestDiscogs(clock, upstream, http);
    }

    public Task<HttpResponseMessage> SendAsync(string path) => Http.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await SendAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Upstream.DisposeAsync();
    }
}
