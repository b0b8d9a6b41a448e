using CacheGen.Conformance;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.FusionCache.Tests.DependencyInjection;

public sealed class UseFusionCacheTests
{
    [Fact]
    public async Task OneLine_CachesOnFusionCache()
    {
        await using var provider = Build(services => services.AddCacheGen().UseFusionCache());
        var catalog = new Catalog(provider.GetRequiredService<MethodCache>());
        Assert.Equal("v1", await catalog.PlainAsync(1));
        Assert.Equal("v1", await catalog.PlainAsync(1));
        Assert.Same(provider.GetRequiredService<MethodCache>(), provider.GetRequiredService<MethodCache>());
    }

    [Fact]
    public async Task RegisteredFusionCache_IsTheOneThatIsUsed()
    {
        await using var provider = Build(services =>
        {
            services.AddFusionCache();
            services.AddCacheGen(options => options.KeyPrefix = "shop").UseFusionCache(options => options.KeysCarryFingerprint = false);
        });
        await new Catalog(provider.GetRequiredService<MethodCache>()).PlainAsync(1);
        Assert.Equal("v1", await provider.GetRequiredService<IFusionCache>().GetOrDefaultAsync<string>(
            "shop:catalog:plain:1", token: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ChangedConfiguration_ReachesTheEngine()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        await using var provider = Build(services => services.AddCacheGen(configuration).UseFusionCache());
        var catalog = new Catalog(provider.GetRequiredService<MethodCache>());
        await catalog.PlainAsync(1);
        configuration["Methods:Conformance.Catalog.PlainAsync:Enabled"] = "false";
        configuration.Reload();
        Assert.Equal("v2", await catalog.PlainAsync(1));
        configuration["Methods:Conformance.Catalog.PlainAsync:Enabled"] = "true";
        configuration.Reload();
        Assert.Equal("v1", await catalog.PlainAsync(1));
    }

    [Fact]
    public async Task OptionsThatAreConfiguredElsewhere_ReachTheEngine()
    {
        await using var provider = Build(services =>
        {
            services.Configure<FusionEngineOptions>(engine => engine.FrontWindow = TimeSpan.FromSeconds(2));
            services.AddCacheGen().UseFusionCache();
        });
        var catalog = new Catalog(provider.GetRequiredService<MethodCache>());
        await catalog.PlainAsync(1);
        // Only a front has a task to share.
        await Eventually.TrueAsync(() => catalog.PlainAsync(1) == catalog.PlainAsync(1), "hits are answered by the front");
    }

    [Fact]
    public async Task NamedFusionCache_IsFoundByItsName()
    {
        await using var provider = Build(services =>
        {
            services.AddFusionCache();
            services.AddFusionCache("music");
            services.AddCacheGen().UseFusionCache("music", options => options.KeysCarryFingerprint = false);
        });
        await new Catalog(provider.GetRequiredService<MethodCache>()).PlainAsync(1);
        var fusions = provider.GetRequiredService<IFusionCacheProvider>();
        Assert.True(fusions.GetCache("music").TryGet<string>("catalog:plain:1", token: TestContext.Current.CancellationToken).HasValue);
        Assert.False(fusions.GetDefaultCache().TryGet<string>("catalog:plain:1", token: TestContext.Current.CancellationToken).HasValue);
    }

    [Fact]
    public async Task UnknownName_SaysWhatToRegister()
    {
        await using var provider = Build(services => services.AddCacheGen().UseFusionCache("misuc"));
        var exception = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<MethodCache>());
        Assert.Contains("AddFusionCache(\"misuc\")", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyedCaches_HaveEnginesOfTheirOwn()
    {
        await using var provider = Build(services =>
        {
            services.AddCacheGen();
            services.AddFusionCache("spotify");
            services.AddCacheGen("spotify").UseFusionCache("spotify");
        });
        var plain = new Catalog(provider.GetRequiredService<MethodCache>());
        var keyed = new Catalog(provider.GetRequiredKeyedService<MethodCache>("spotify"));
        await plain.PlainAsync(1);
        await keyed.PlainAsync(1);
        Assert.Equal((1, 1), (plain.Source.Loads, keyed.Source.Loads));
        Assert.NotEqual(
            provider.GetRequiredService<MethodCache>().GetType(), provider.GetRequiredKeyedService<MethodCache>("spotify").GetType());
    }

    [Fact]
    public async Task CacheOfTheUsersOwn_StaysHis()
    {
        using var fusion = new ZiggyCreatures.Caching.Fusion.FusionCache(new FusionCacheOptions());
        await using (var provider = Build(services => services.AddCacheGen().UseFusionCache(_ => fusion)))
            await new Catalog(provider.GetRequiredService<MethodCache>()).PlainAsync(1);
        fusion.Set("still", "usable", token: TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
