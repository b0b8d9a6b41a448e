using CacheGen.Testing;
using Xunit;

namespace CacheGen.Language.Tests;

public sealed record Track(string Id, string Title);

/// <summary>A client of a music service that is slow, limited, and sometimes down.</summary>
[CachePrefix("music")]
public sealed partial class MusicCatalog(MethodCache cache)
{
    public int Calls { get; private set; }

    public bool IsDown { get; set; }

    [Cached(Key = "track:{id}", Ttl = "24h", MissTtl = "5m", MissFailSafe = "365d", FailSafe = "7d", Jitter = "1h", MaxEntries = 5_000, Profile = "tracks")]
    public partial Task<Track?> FindTrackAsync(string id, CancellationToken ct = default);

    [Cached(Ttl = "1h", FailSafe = "1d", SoftTimeout = "500ms", HardTimeout = "10s", RefreshAfter = "45m")]
    public partial ValueTask<int> CountListenersAsync(string trackId);

    private Task<Track?> FindTrackCoreAsync(string id, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Calls++;
        return IsDown ? throw new HttpRequestException("503") : Task.FromResult(id.StartsWith('t') ? new Track(id, $"title {Calls}") : null);
    }

    private Task<int> CountListenersCoreAsync(string trackId) => Task.FromResult(trackId.Length + ++Calls);
}

public sealed class LifetimeTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly MethodCache _cache;
    private readonly MusicCatalog _music;

    public LifetimeTests()
    {
        _cache = MethodCache.CreateInProcess(new CacheGenOptions { TimeProvider = _clock });
        _music = new MusicCatalog(_cache);
    }

    [Fact]
    public async Task Track_IsLoadedOnce_AndServedStaleWhileTheServiceIsDown()
    {
        var track = await _music.FindTrackAsync("t1");
        Assert.Same(track, await _music.FindTrackAsync("t1"));
        _clock.Advance(TimeSpan.FromHours(25));
        _music.IsDown = true;
        Assert.Same(track, await _music.FindTrackAsync("t1"));
        Assert.Equal(2, _music.Calls);
    }

    [Fact]
    public async Task UnknownTrack_IsKnownAsSuchForFiveMinutes()
    {
        Assert.Null(await _music.FindTrackAsync("none"));
        Assert.Null(await _music.FindTrackAsync("none"));
        Assert.Equal(1, _music.Calls);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await _music.FindTrackAsync("none"));
        Assert.Equal(2, _music.Calls);
    }

    [Fact]
    public async Task UnknownTrack_StaysUnknownWhileTheServiceIsDown()
    {
        Assert.Null(await _music.FindTrackAsync("none"));
        _clock.Advance(TimeSpan.FromDays(30));
        _music.IsDown = true;
        Assert.Null(await _music.FindTrackAsync("none"));
        Assert.Equal((2, 1), (_music.Calls, _cache.GetStatistics().Stale));
        _clock.Advance(TimeSpan.FromDays(336));
        await Assert.ThrowsAsync<HttpRequestException>(() => _music.FindTrackAsync("none"));
    }

    [Fact]
    public async Task Listeners_AreCountedAnewAfterAnHour()
    {
        Assert.Equal(3, await _music.CountListenersAsync("t1"));
        Assert.Equal(3, await _music.CountListenersAsync("t1"));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(4, await _music.CountListenersAsync("t1"));
    }

    [Fact]
    public async Task Profile_IsOverriddenWithoutTouchingTheCode()
    {
        var options = new CacheGenOptions();
        options.Profiles["tracks"].Ttl = TimeSpan.FromMinutes(1);
        _cache.Configure(options);
        await _music.FindTrackAsync("t1");
        _clock.Advance(TimeSpan.FromMinutes(62));
        await _music.FindTrackAsync("t1");
        Assert.Equal(2, _music.Calls);
    }
}
