using CacheGen.Distributed;
using CacheGen.FusionCache.Tests.Distributed;
using Microsoft.Extensions.DependencyInjection;
using NeoSmart.Caching.Sqlite;
using SQLitePCL;
using Xunit;
using ZiggyCreatures.Caching.Fusion;
using static CacheGen.FusionCache.Tests.Distributed.FallbackFixture;

namespace CacheGen.Sqlite.Tests;

/// <summary>A real SQLite file as the secondary.</summary>
public sealed class SqliteSecondaryTests : IDisposable
{
    // The file's clock is the machine's, which the test's may be years behind.
    private static readonly TimeSpan s_long = TimeSpan.FromDays(100_000);

    private readonly string _folder = Directory.CreateTempSubdirectory("cachegen-").FullName;
    private readonly SqliteCache _file;

    static SqliteSecondaryTests() => raw.SetProvider(new SQLite3Provider_e_sqlite3());

    public SqliteSecondaryTests() => _file = Open();

    [Fact]
    public async Task Outage_IsServedFromTheFileAndThePrimaryIsToldAfterIt()
    {
        var f = new FallbackFixture(secondary: _ => _file);
        await f.SetAsync("kept", "before", s_long);
        await f.SetAsync("replaced", "before", s_long);
        await f.SetAsync("removed", "before", s_long);
        await f.OpenAsync();
        await f.SetAsync("replaced", "outage", s_long);
        f.Cache.Remove("removed");

        Assert.Equal("before", await f.GetAsync("kept"));
        Assert.Equal("outage", Text(f.Cache.Get("replaced")));
        Assert.Null(await f.GetAsync("removed"));

        f.Mend();
        Assert.Equal(2, await f.Cache.ResynchroniseAsync());
        Assert.Equal("outage", Text(f.Primary.Peek("replaced")));
        Assert.Null(f.Primary.Peek("removed"));
    }

    [Fact]
    public async Task FileOfAnEarlierProcess_IsReadUnderTheSamePrefixOnly()
    {
        var f = new FallbackFixture(options => options.SecondaryPrefix = "shop", _ => _file);
        await f.SetAsync("key", "before", s_long);
        _file.Dispose();

        using var reopened = Open();
        var same = new FallbackFixture(options => options.SecondaryPrefix = "shop", _ => reopened);
        var another = new FallbackFixture(secondary: _ => reopened);
        await same.OpenAsync();
        await another.OpenAsync();

        Assert.Equal("before", await same.GetAsync("key"));
        Assert.Null(await another.GetAsync("key"));
    }

    [Fact]
    public async Task FusionCacheThroughAnOutage_ReadsTheFile()
    {
        var primary = new ScriptedCache(TimeProvider.System);
        var services = new ServiceCollection();
        services.AddFallbackDistributedCache(_ => primary, _ => _file);
        services.AddFusionCache().WithSystemTextJsonSerializer().WithCompression().WithRegisteredDistributedCache();
        await using var provider = services.BuildServiceProvider();
        var cache = provider.GetRequiredService<IFusionCache>();
        var value = string.Join(' ', Enumerable.Range(0, 1000));
        primary.IsDown = true;
        await cache.SetAsync("key", value, TimeSpan.FromHours(1));

        // Without its first level, it reads the second.
        var read = await cache.TryGetAsync<string>("key", options => options.SetSkipMemoryCacheRead());

        Assert.Equal(value, read.Value);
        Assert.Empty(primary.Keys);
    }

    public void Dispose()
    {
        _file.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteCache Open() => new(new SqliteCacheOptions { CachePath = Path.Combine(_folder, "cache.db") }, null);
}
