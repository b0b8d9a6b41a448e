using CacheGen.Conformance;
using CacheGen.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CacheGen.Tests.Engine;

public class DependencyInjectionTests
{
    [Fact]
    public async Task AddCacheGen_GivesServicesOneCache()
    {
        await using var services = new ServiceCollection().AddCacheGen().Services.AddTransient<Catalog>().BuildServiceProvider();
        await services.GetRequiredService<Catalog>().PlainAsync(1);
        var other = services.GetRequiredService<Catalog>();
        await other.PlainAsync(1);
        Assert.Equal(0, other.Source.Loads);
    }

    [Fact]
    public async Task Options_AreTheCaches_AndCallsAddUp()
    {
        var clock = new ManualTimeProvider();
        var collection = new ServiceCollection();
        collection.AddCacheGen(options => options.TimeProvider = clock);
        collection.AddCacheGen(options => options.KeyPrefix = "shop");
        collection.AddCacheGen(options => options.DefaultTtl = TimeSpan.FromMinutes(1));
        await using var services = collection.AddTransient<Catalog>().BuildServiceProvider();

        var cache = services.GetRequiredService<MethodCache>();
        Assert.Equal("shop:catalog:plain:1", Catalog.Cache.Plain(cache, 1).Key);
        var catalog = services.GetRequiredService<Catalog>();
        await catalog.DefaultsAsync(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        await catalog.DefaultsAsync(1);
        Assert.Equal(2, catalog.Source.Loads);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("spotify")]
    public async Task RegisteredClock_IsThatOfTheCaches_WhereTheirOptionsSayNone(string? name)
    {
        var clock = new ManualTimeProvider();
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        _ = name is null ? collection.AddCacheGen() : collection.AddCacheGen(name);
        await using var services = collection.BuildServiceProvider();
        var catalog = new Catalog(name is null ? services.GetRequiredService<MethodCache>() : services.GetRequiredKeyedService<MethodCache>(name));

        await catalog.DefaultsAsync(1);
        clock.Advance(TimeSpan.FromMinutes(5));
        await catalog.DefaultsAsync(1);
        Assert.Equal(2, catalog.Source.Loads);
    }

    [Fact]
    public async Task ClockOfTheOptions_ComesBeforeTheRegisteredOne()
    {
        var (registered, own) = (new ManualTimeProvider(), new ManualTimeProvider());
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(registered);
        collection.AddCacheGen(options => options.TimeProvider = own);
        await using var services = collection.AddTransient<Catalog>().BuildServiceProvider();
        var catalog = services.GetRequiredService<Catalog>();

        await catalog.DefaultsAsync(1);
        registered.Advance(TimeSpan.FromMinutes(5));
        await catalog.DefaultsAsync(1);
        Assert.Equal(1, catalog.Source.Loads);
        own.Advance(TimeSpan.FromMinutes(5));
        await catalog.DefaultsAsync(1);
        Assert.Equal(2, catalog.Source.Loads);
    }

    [Fact]
    public async Task NamedCaches_KeepEntriesAndOptionsOfTheirOwn()
    {
        var collection = new ServiceCollection();
        collection.AddCacheGen();
        collection.AddCacheGen("spotify", options => options.KeyPrefix = "spotify");
        await using var services = collection.BuildServiceProvider();

        var main = services.GetRequiredService<MethodCache>();
        var spotify = services.GetRequiredKeyedService<MethodCache>("spotify");
        Assert.NotSame(main, spotify);
        Catalog.Cache.Plain(spotify, 1).Set("value");
        Assert.False(Catalog.Cache.Plain(main, 1).Peek(out _));
        Assert.Equal("spotify:catalog:plain:1", Catalog.Cache.Plain(spotify, 1).Key);
    }

    [Fact]
    public void RegisteredCache_IsNotReplaced()
    {
        using var services = new ServiceCollection().AddSingleton(MethodCache.None).AddCacheGen().Services.BuildServiceProvider();
        Assert.Same(MethodCache.None, services.GetRequiredService<MethodCache>());
    }

    [Theory]
    [InlineData(0, 1, "MaxEntries")]
    [InlineData(1, 0, "DefaultTtl")]
    public void OptionThatMakesNoSense_IsRefusedByName(int maxEntries, int ttlSeconds, string name)
    {
        var options = new CacheGenOptions { MaxEntries = maxEntries, DefaultTtl = TimeSpan.FromSeconds(ttlSeconds) };
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => MethodCache.CreateInProcess(options)).Message, StringComparison.Ordinal);
    }
}
