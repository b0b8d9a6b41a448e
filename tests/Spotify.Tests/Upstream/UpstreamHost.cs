using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CacheGen.Testing;
using Dj.Upstream;
using Dj.Upstream.Music;

namespace Dj.Tests.Upstream;

/// <summary>The simulated APIs on a clock that the test moves, and a client that says who it is.</summary>
internal sealed class UpstreamHost : IAsyncDisposable
{
    private UpstreamHost(ManualTimeProvider clock, DjUpstream apis)
    {
        Clock = clock;
        Apis = apis;
        Http.DefaultRequestHeaders.UserAgent.ParseAdd("DjTests/1.0");
        LogIn(World.Users[0].Token);
    }

    public ManualTimeProvider Clock { get; }

    public DjUpstream Apis { get; }

    public MusicWorld World => Apis.World;

    public HttpClient Http { get; } = new();

    public static async Task<UpstreamHost> StartAsync(UpstreamOptions? options = null)
    {
        var clock = new ManualTimeProvider();
        options = (options ?? new UpstreamOptions { SimulateLatency = false }) with { TimeProvider = clock };
        return new UpstreamHost(clock, await DjUpstream.StartAsync(options, TestContext.Current.CancellationToken));
    }

    public void LogIn(string? token) =>
        Http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    public Task<HttpResponseMessage> SendAsync(SimulatedApi api, string path) =>
        Http.GetAsync(new Uri(api.BaseAddress, path), TestContext.Current.CancellationToken);

    public async Task<JsonElement> GetAsync(SimulatedApi api, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await SendAsync(api, path);
        Assert.Equal(expected, response.StatusCode);
        return await ReadAsync(response);
    }

    public Task<JsonElement> SpotifyAsync(string path) => GetAsync(Apis.Spotify, path);

    public Task<JsonElement> DeezerAsync(string path) => GetAsync(Apis.Deezer, path);

    public Task<JsonElement> RecordingsAsync(string query) =>
        GetAsync(Apis.MusicBrainz, $"recording?fmt=json&query={Uri.EscapeDataString(query)}");

    public Task<JsonElement> LastFmAsync(string method, string artist, string? track = null, string more = "") =>
        GetAsync(Apis.LastFm, LastFmPath(method, artist, track) + more);

    public static string LastFmPath(string method, string artist, string? track = null)
    {
        var title = track is null ? "" : "&track=" + Uri.EscapeDataString(track);
        return $"?method={method}&artist={Uri.EscapeDataString(artist)}{title}&api_key=k&format=json";
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    /// <summary>Waits until so many answers are being waited for.</summary>
    public async Task UntilUnderWayAsync(int calls)
    {
        while (Clock.PendingTimers != calls)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Apis.DisposeAsync();
    }
}
