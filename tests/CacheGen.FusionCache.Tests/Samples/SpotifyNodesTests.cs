using CacheGen.FusionCache.Tests.Nodes;
using CacheGen.FusionCache.Tests.Redis;
using Dj;
using Dj.Analysis;
using Dj.Http;
using Dj.Spotify;
using Dj.Upstream;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace CacheGen.FusionCache.Tests.Samples;

/// <summary>The Spotify sample in several processes: the same service with one line more for its five caches.</summary>
public sealed class SpotifyNodesTests(RedisServer redis) : IClassFixture<RedisServer>, IAsyncLifetime
{
    private readonly List<ServiceProvider> _nodes = [];
    private readonly string _service = Guid.NewGuid().ToString("N");
    private DjUpstream _upstream = null!;

    private int Calls => _upstream.All.Sum(api => api.Calls);

    public async ValueTask InitializeAsync() => _upstream = await DjUpstream.StartAsync(new UpstreamOptions { SimulateLatency = false });

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task WhatOneNodeHasAnalysed_CostsTheNextOneNothing()
    {
        var id = _upstream.World.Playlists.Short.Id;
        var first = await AnalyzeAsync(await StartAsync(), id);
        var calls = Calls;

        var second = await AnalyzeAsync(await StartAsync(), id);

        Assert.Equal(calls, Calls);
        Assert.Equal(
            first.Tracks.Select(track => (track.Id, track.Bpm, track.Key, track.Listeners, Tags: string.Join(",", track.Tags))),
            second.Tracks.Select(track => (track.Id, track.Bpm, track.Key, track.Listeners, Tags: string.Join(",", track.Tags))));
    }

    [Fact]
    public async Task NodeThatStartsWhileEverythingIsDown_AnswersWhatAnotherHasSeen()
    {
        var id = _upstream.World.Playlists.Short.Id;
        await AnalyzeAsync(await StartAsync(), id);
        foreach (var api in _upstream.All)
            api.IsDown = true;

        var analysis = await AnalyzeAsync(await StartAsync(), id);

        Assert.Equal((20, 0), (analysis.Tracks.Count, analysis.Incomplete));
    }

    [Fact]
    public async Task EditOnOneNode_IsSeenOnTheOther()
    {
        var playlist = _upstream.World.Playlists.Short;
        var (one, other) = (await StartAsync(), await StartAsync());
        Assert.Equal(20, await TotalAsync(one));
        Assert.Equal(20, await TotalAsync(other));

        var added = _upstream.World.Playlists.Long.TrackIds[0];
        var token = _upstream.World.FindUser(playlist.OwnerId)!.Token;
        await one.GetRequiredService<ISpotifyApi>().AddTracksAsync(playlist.Id, [added], token);

        Assert.Equal(21, await TotalAsync(one));
        await Soon.TrueAsync(Soon.Second, async () => await TotalAsync(other) == 21, "the other node sees the track");

        async Task<int> TotalAsync(IServiceProvider node) => (await node.GetRequiredService<ISpotifyApi>().GetPlaylistPageAsync(playlist.Id, 0))!.Total;
    }

    private static async Task<PlaylistAnalysis> AnalyzeAsync(IServiceProvider node, string id) =>
        (await node.GetRequiredService<PlaylistAnalyzer>().AnalyzeAsync(id))!;

    // Until the backplane is there FusionCache blocks; the pool's threads are what the connection needs meanwhile.
    private Task<ServiceProvider> StartAsync() => Task.Factory.StartNew(Start, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddFusionCache()
            .WithOptions(fusion =>
            {
                fusion.CacheKeyPrefix = $"{_service}:";
                fusion.BackplaneChannelPrefix = _service;
                fusion.WaitForInitialBackplaneSubscribe = true;
            })
            .WithSerializer(new FusionCacheSystemTextJsonSerializer())
            .WithDistributedCache(new RedisCache(new RedisCacheOptions { Configuration = $"127.0.0.1:{redis.Port}" }))
            .WithBackplane(new RedisBackplane(new RedisBackplaneOptions { Configuration = $"127.0.0.1:{redis.Port}" }));
        services.AddDj(
            new UpstreamSettings
            {
                Spotify = SpotifySettings.Bundled(_upstream.Spotify.BaseAddress, _upstream.SpotifyAccounts),
                Deezer = _upstream.Deezer.BaseAddress,
                MusicBrainz = _upstream.MusicBrainz.BaseAddress,
                LastFm = LastFmSettings.Bundled(_upstream.LastFm.BaseAddress),
            },
            preferences: Path.GetTempPath(),
            asPublished: false,
            cache => cache.UseFusionCache());
        // Not every two seconds, as in production.
        services.AddCacheGen().AddRateLimiter(Upstreams.Spotify, RateLimits.AtATime(10).Queue(10_000));
        var node = services.BuildServiceProvider();
        node.GetRequiredService<IFusionCache>();
        lock (_nodes)
            _nodes.Add(node);
        return node;
    }
}
