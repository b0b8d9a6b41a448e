using CacheGen.CompilerServices;
using Xunit;

namespace CacheGen.Conformance;

public abstract class TagTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    // By hand, as the generator emits it: an album is filed under its artist, who is the key divided by ten.
    private static readonly CachedMethod<int, string?> s_album = new(
        "Tags.Album(int)", new CachePolicy { Ttl = TimeSpan.FromMinutes(10) }, static (prefix, key) => CacheKey.Format(prefix, $"album:{key}"))
    {
        FormatTags = static key => [CacheKey.Format("", $"artist:{key / 10}"), "albums"],
    };

    private static readonly CachedMethod<int, string?> s_artist = new(
        "Tags.Artist(int)", new CachePolicy { Ttl = TimeSpan.FromMinutes(10) }, static (prefix, key) => CacheKey.Format(prefix, $"artist:{key}"))
    {
        FormatTags = static key => [CacheKey.Format("", $"artist:{key}")],
    };

    [Fact]
    public async Task RemoveByTag_RemovesTheEntriesOfAllMethodsThatCarryIt()
    {
        foreach (var album in new[] { 10, 11, 20 })
            await GetAsync(s_album, album);
        await GetAsync(s_artist, 1);
        await GetAsync(s_artist, 2);

        await Cache.RemoveByTagAsync("artist:1");
        Assert.False(IsCached(s_album, 10));
        Assert.False(IsCached(s_album, 11));
        Assert.True(IsCached(s_album, 20));
        Assert.False(IsCached(s_artist, 1));
        Assert.True(IsCached(s_artist, 2));

        Cache.RemoveByTag("albums");
        Assert.False(IsCached(s_album, 20));
        Assert.True(IsCached(s_artist, 2));
    }

    [Fact]
    public async Task RemovedByTag_IsLoadedAgainAndKept()
    {
        Assert.Equal("v1", await GetAsync(s_album, 10));
        Assert.Equal("v1", await GetAsync(s_album, 10));
        await Cache.RemoveByTagAsync("albums");
        Assert.Equal("v2", await GetAsync(s_album, 10));
        Assert.Equal("v2", await GetAsync(s_album, 10));
    }

    [Fact]
    public async Task RemovalByTagDuringALoad_Wins()
    {
        Source.Holds = true;
        var before = GetAsync(s_album, 10);
        var old = await Source.NextHeldAsync();
        await Cache.RemoveByTagAsync("artist:1");
        var after = GetAsync(s_album, 10);
        var fresh = await Source.NextHeldAsync();
        old.Answer("read before the removal");
        fresh.Answer("read after the removal");
        Assert.Equal("read before the removal", await before);
        Assert.Equal("read after the removal", await after);
        Assert.Equal("read after the removal", await GetAsync(s_album, 10));
    }

    [Fact]
    public async Task SetValue_CarriesItsTags()
    {
        await Cache.Table(s_album).Handle(10).SetAsync("set");
        Assert.Equal("set", await GetAsync(s_album, 10));
        await Cache.RemoveByTagAsync("artist:1");
        Assert.False(IsCached(s_album, 10));
    }

    [Fact]
    public async Task UnknownTag_RemovesNothing()
    {
        await GetAsync(s_album, 10);
        await Cache.RemoveByTagAsync("nobody's");
        Assert.True(IsCached(s_album, 10));
    }

    private Task<string?> GetAsync(CachedMethod<int, string?> method, int key)
    {
        var table = Cache.Table(method);
        return table.TryGetTask(key) ?? table.LoadTask(key, Source, key, static (source, _, token) => new ValueTask<string?>(source.LoadAsync(token)));
    }

    private bool IsCached(CachedMethod<int, string?> method, int key) => Cache.Table(method).Peek(key, out _);
}
