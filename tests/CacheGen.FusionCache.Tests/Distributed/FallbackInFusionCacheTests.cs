using CacheGen.Distributed;
using CacheGen.Testing;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.FusionCache.Tests.Distributed;

/// <summary>The second level of a real FusionCache, with the memory cache of the class library as the secondary.</summary>
public sealed class FallbackInFusionCacheTests
{
    private readonly ScriptedCache _primary = new(TimeProvider.System);

    [Fact]
    public async Task Outage_IsNotNoticedByFusionCache()
    {
        await using var provider = Services().BuildServiceProvider();
        var cache = provider.GetRequiredService<IFusionCache>();
        var loads = 0;
        await cache.SetAsync("before", "1");
        await cache.SetAsync("removed", "1");
        _primary.IsDown = true;
        await cache.SetAsync("during", "2");
        await cache.RemoveAsync("removed");

        // The first level is skipped, so that each call asks the second.
        ValueTask<string> Load(string key) => cache.GetOrSetAsync<string>(
            key, _ => Task.FromResult($"loaded {++loads}"), options => options.SetSkipMemoryCacheRead());
        Assert.Equal("1", await Load("before"));
        Assert.Equal("2", await Load("during"));
        Assert.Equal("loaded 1", await Load("removed"));
        Assert.Equal("loaded 1", await Load("removed"));
        Assert.Equal(PrimaryState.Open, provider.GetRequiredService<FallbackDistributedCache>().State);
    }

    [Fact]
    public async Task AddFallbackDistributedCache_RegistersOneCacheAndOwnsItsStores()
    {
        var disposed = new Disposed();
        var services = Services();
        services.AddFallbackDistributedCache(_ => _primary, _ => disposed, options => options.FailuresToOpen = 1);
        var provider = services.BuildServiceProvider();
        var cache = provider.GetRequiredService<IDistributedCache>();
        Assert.Same(provider.GetRequiredService<FallbackDistributedCache>(), cache);
        _primary.IsDown = true;
        await cache.RemoveAsync("key");
        Assert.Equal(PrimaryState.Open, ((FallbackDistributedCache)cache).State);

        await provider.DisposeAsync();

        Assert.True(disposed.IsDisposed);
    }

    [Fact]
    public void SenselessOption_IsRefused()
    {
        Action<FallbackDistributedCacheOptions>[] senseless =
        [
            o => o.PrimaryTimeout = TimeSpan.Zero,
            o => o.FailuresToOpen = 0,
            o => o.BreakDuration = TimeSpan.Zero,
            o => o.JournalCapacity = -1,
            o => o.LongestLifetime = TimeSpan.Zero,
            o => o.OnReturn = (ReturnMode)9,
        ];
        foreach (var configure in senseless)
            Assert.Throws<ArgumentOutOfRangeException>(() => new FallbackFixture(configure));
    }

    [Fact]
    public async Task MemoryAsSecondary_KeepsToLifetimesOnTheTestsClock()
    {
        var f = new FallbackFixture(secondary: Memory);
        await f.OpenAsync();
        await f.SetAsync("short", "1", TimeSpan.FromMinutes(1));
        await f.SetAsync("long", "2", TimeSpan.FromHours(1));
        await f.Cache.SetAsync("sliding", [3], new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(3) });
        for (var minutes = 0; minutes < 10; minutes += 2)
        {
            f.Clock.Advance(TimeSpan.FromMinutes(2));
            await f.Cache.RefreshAsync("sliding");
        }

        Assert.Null(await f.GetAsync("short"));
        Assert.Equal("2", await f.GetAsync("long"));
        Assert.NotNull(await f.Cache.GetAsync("sliding"));
        f.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Null(await f.Cache.GetAsync("sliding"));
    }

    [Fact]
    public async Task EndInThePast_IsARemoval()
    {
        var f = new FallbackFixture();
        await f.SetAsync("key", "old");

        f.Cache.Set("key", [1], new DistributedCacheEntryOptions { AbsoluteExpiration = f.Clock.GetUtcNow() });

        Assert.Null(await f.GetAsync("key"));
        Assert.Empty(f.Secondary.Keys);
    }

    private ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddFallbackDistributedCache(_ => _primary, _ => Memory(TimeProvider.System), options =>
        {
            options.MirrorWrites = true;
            options.OnReturn = ReturnMode.Copy;
        });
        services.AddFusionCache().WithSystemTextJsonSerializer().WithRegisteredDistributedCache()
            .WithDefaultEntryOptions(options => options.SetDuration(TimeSpan.FromHours(1)).ReThrowDistributedCacheExceptions = true);
        return services;
    }

    private static MemoryDistributedCache Memory(TimeProvider time) => new(
        Options.Create(new MemoryDistributedCacheOptions { Clock = time is ManualTimeProvider manual ? new SystemClock(manual) : null }));

#pragma warning disable CS0618 // The memory cache has no other way to be given a clock.
    private sealed class SystemClock(ManualTimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
#pragma warning restore CS0618

    private sealed class Disposed : IDistributedCache, IDisposable
    {
        private readonly MemoryDistributedCache _inner = Memory(TimeProvider.System);

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;

        public byte[]? Get(string key) => _inner.Get(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => _inner.GetAsync(key, token);

        public void Refresh(string key) => _inner.Refresh(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => _inner.RefreshAsync(key, token);

        public void Remove(string key) => _inner.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => _inner.RemoveAsync(key, token);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => _inner.Set(key, value, options);

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
            _inner.SetAsync(key, value, options, token);
    }
}
