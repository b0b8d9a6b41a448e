using Xunit;

namespace CacheGen.Language.Tests;

/// <summary>Who is asked, and what is only said to the log.</summary>
public sealed record SceneQuery(string Scene, int Page, [property: NotInKey] string TraceId);

/// <summary>Decides which scene a light shows.</summary>
[CachePrefix("scenes")]
public sealed partial class SceneService(MethodCache cache)
{
    public int Decisions { get; private set; }

    [Cached(Key = "decide:{room|norm}:{day:yyyy-MM-dd}:{mood ?? calm}", Version = 2, Source = nameof(DecideUncached))]
    public partial string Decide(string room, DateOnly day, string? mood, [NotInKey] Action<string> log);

    [Cached]
    public partial Task<IReadOnlyList<string>> FindAsync(SceneQuery query);

    [Cached(Key = "lights:{house}:{room}", Tags = new[] { "house:{house}" })]
    public partial IReadOnlyList<int> Lights(int house, string room);

    private string DecideUncached(string room, DateOnly day, string? mood, Action<string> log)
    {
        log($"deciding for {room}");
        return $"{mood ?? "calm"} {++Decisions}";
    }

    private Task<IReadOnlyList<string>> FindCoreAsync(SceneQuery query) =>
        Task.FromResult<IReadOnlyList<string>>([$"{query.Scene} {query.Page} {++Decisions}"]);

    private IReadOnlyList<int> LightsCore(int house, string room) => [house, room.Length, ++Decisions];
}

public sealed class KeyTests
{
    private readonly MethodCache _cache = MethodCache.CreateInProcess();
    private readonly List<string> _log = [];
    private readonly SceneService _scenes;

    public KeyTests() => _scenes = new SceneService(_cache);

    [Fact]
    public void RoomsAreNormal_AndNoMoodIsCalm()
    {
        var day = new DateOnly(2026, 1, 2);
        Assert.Equal("calm 1", _scenes.Decide("Living  Room", day, null, _log.Add));
        Assert.Equal("calm 1", _scenes.Decide("living room", day, "calm", _log.Add));
        Assert.Equal("wild 2", _scenes.Decide("living room", day, "wild", _log.Add));
        Assert.Equal(["deciding for Living  Room", "deciding for living room"], _log);
        Assert.Equal("scenes:decide:living%20room:2026-01-02:wild:v2", SceneService.Cache.Decide(_cache, "living room", day, "wild").Key);
    }

    [Fact]
    public async Task WhatIsNotInTheKey_MakesNoDifference()
    {
        var found = await _scenes.FindAsync(new SceneQuery("sunset", 1, "trace a"));
        Assert.Same(found, await _scenes.FindAsync(new SceneQuery("sunset", 1, "trace b")));
        Assert.NotSame(found, await _scenes.FindAsync(new SceneQuery("sunset", 2, "trace a")));
    }

    [Fact]
    public async Task Tag_RemovesAllLightsOfAHouse()
    {
        var hall = _scenes.Lights(1, "hall");
        var neighbours = _scenes.Lights(2, "hall");
        await _cache.RemoveByTagAsync("house:1");
        Assert.NotSame(hall, _scenes.Lights(1, "hall"));
        Assert.Same(neighbours, _scenes.Lights(2, "hall"));
    }
}
