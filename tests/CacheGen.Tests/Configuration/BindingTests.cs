using System.Text;
using CacheGen.Conformance;
using CacheGen.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace CacheGen.Tests.Configuration;

/// <summary>A section of the configuration: what it may say, what is said of its slips, and what happens when it changes.</summary>
public sealed class BindingTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Errors _errors = new();
    private ServiceProvider? _services;

    public void Dispose() => _services?.Dispose();

    [Fact]
    public void EverySetting_IsRead()
    {
        var options = Start(Json(
            """
            { "CacheGen": {
                "Enabled": true, "DefaultTtl": "00:07:00", "FailSafeThrottle": "off", "KeyPrefix": "shop", "MaxEntries": 10,
                "Prefixes": { "configured": { "FailSafe": "14d" } },
                "Profiles": { "slow": { "ttl": "1.5h", "MissTtl": "none", "MissFailSafe": "365d", "SoftTimeout": "500ms", "HardTimeout": "10s", "RefreshAfter": "1h", "Jitter": "1m30s" } },
                "Methods": { "CacheGen.Conformance.ConfiguredCatalog.PlainAsync(int)": { "Ttl": "12h", "Enabled": false, "Jitter": null } }
            } }
            """)).GetRequiredService<IOptionsMonitor<CacheGenOptions>>().CurrentValue;
        Assert.Equal((true, Minutes(7), TimeSpan.Zero, "shop", 10), (options.Enabled, options.DefaultTtl, options.FailSafeThrottle, options.KeyPrefix, options.MaxEntries));
        Assert.Equal(TimeSpan.FromDays(14), options.Prefixes["configured"].FailSafe);
        var slow = options.Profiles["slow"];
        Assert.Equal((Minutes(90), TimeSpan.Zero, TimeSpan.FromDays(365), Minutes(60)), (slow.Ttl, slow.MissTtl, slow.MissFailSafe, slow.RefreshAfter));
        Assert.Equal((TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(90)), (slow.SoftTimeout, slow.HardTimeout, slow.Jitter));
        Assert.Null(slow.Enabled);
        var (_, plain) = Assert.Single(options.Methods);
        Assert.Equal((TimeSpan.FromHours(12), false, null), (plain.Ttl, plain.Enabled, plain.Jitter));
    }

    [Fact]
    public void Slips_AreAllSaidWhenTheProgramStarts()
    {
        var services = Provider(Json(
            """
            { "CacheGen": {
                "DefaltTtl": "1h", "Enabled": "yes", "MaxEntries": "many", "KeyPrefix": { "A": "b" },
                "Profiles": { "slow": { "Ttl": "off", "FailSafe": "soon", "MissTtl": "0s" } },
                "Prefixes": { "configured": "1h" },
                "Methods": { "ConfiguredCatalog.PlainAsynk": { "Ttl": "1h" }, "ConfiguredCatalog.SlowAsync": { "Tll": "1h", "Ttl": "-1h" } }
            } }
            """));
        var failures = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Failures.Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "CacheGen:DefaltTtl: there is no such setting. Did you mean 'DefaultTtl'?",
                "CacheGen:Enabled is 'yes': it must be true or false.",
                "CacheGen:KeyPrefix has properties of its own: it needs a single value.",
                "CacheGen:MaxEntries is 'many': it must be a whole number.",
                "CacheGen:Methods:ConfiguredCatalog.SlowAsync:Tll: there is no such setting. Did you mean 'Ttl'?",
                "CacheGen:Methods:ConfiguredCatalog.SlowAsync:Ttl is '-1h': this is negative; write one such as 90d, 1h30m, 500ms or 00:05:00.",
                "CacheGen:Prefixes:configured is '1h': it needs properties, such as \"Ttl\": \"1h\".",
                "CacheGen:Profiles:slow:FailSafe is 'soon': this is no duration; write one such as 90d, 1h30m, 500ms or 00:05:00, or off.",
                "CacheGen:Profiles:slow:MissTtl is '0s': this is zero; write one such as 90d, 1h30m, 500ms or 00:05:00, or off.",
                "CacheGen:Profiles:slow:Ttl is 'off': a value must live for some time. To switch caching off set Enabled to false.",
                "CacheGenOptions.Methods[\"ConfiguredCatalog.PlainAsynk\"]: there is no such cached method. Did you mean 'ConfiguredCatalog.PlainAsync', 'ConfiguredCatalog.SlowAsync' or 'ConfiguredCatalog.LearningAsync'?",
            ],
            failures);
    }

    [Fact]
    public void WithoutAHost_TheCacheItselfIsRefused() => Assert.Throws<OptionsValidationException>(
        () => Provider(Memory(("CacheGen:Profiles:slw:Ttl", "1h"))).GetRequiredService<MethodCache>());

    [Fact]
    public void MissingSection_ChangesNothing() => Start(Memory()).GetRequiredService<MethodCache>();

    [Fact]
    public async Task ChangeOfTheConfiguration_HoldsFromThenOn()
    {
        var configuration = Memory(("CacheGen:Methods:ConfiguredCatalog.PlainAsync:Ttl", "1m"));
        var catalog = Start(configuration).GetRequiredService<ConfiguredCatalog>();
        await catalog.PlainAsync(1);
        _clock.Advance(Minutes(1));
        Assert.Equal("v2", await catalog.PlainAsync(1));

        configuration["CacheGen:Methods:ConfiguredCatalog.PlainAsync:Ttl"] = "2m";
        configuration.Reload();
        await catalog.PlainAsync(2);
        _clock.Advance(Minutes(2) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("v3", await catalog.PlainAsync(2));

        configuration["CacheGen:Enabled"] = "false";
        configuration.Reload();
        Assert.Equal("v4", await catalog.PlainAsync(2));
    }

    [Fact]
    public async Task BadChange_KeepsTheLastGoodSettingsAndIsLoggedOnce()
    {
        var configuration = Memory(("CacheGen:Methods:ConfiguredCatalog.PlainAsync:Ttl", "1m"));
        var services = Start(configuration);
        var catalog = services.GetRequiredService<ConfiguredCatalog>();

        configuration["CacheGen:Methods:ConfiguredCatalog.PlainAsync:Ttl"] = "whenever";
        configuration["CacheGen:KeyPrefix"] = "other";
        configuration.Reload();
        configuration.Reload();
        Assert.Contains("CacheGen:Methods:ConfiguredCatalog.PlainAsync:Ttl is 'whenever'", Assert.Single(_errors.Messages), StringComparison.Ordinal);
        Assert.Equal("", services.GetRequiredService<IOptionsMonitor<CacheGenOptions>>().CurrentValue.KeyPrefix);
        await catalog.PlainAsync(1);
        _clock.Advance(Minutes(1));
        Assert.Equal("v2", await catalog.PlainAsync(1));

        configuration["CacheGen:Methods:ConfiguredCatalog.PlainAsync:Ttl"] = "2m";
        configuration.Reload();
        Assert.Equal("v2", await catalog.PlainAsync(1));
        _clock.Advance(Minutes(1));
        Assert.Equal("v3", await catalog.PlainAsync(1));
        _clock.Advance(Minutes(1));
        Assert.Equal("v3", await catalog.PlainAsync(1));

        configuration["CacheGen:Methods:ConfiguredCatalog.PlainAsync:Ttl"] = "whenever";
        configuration.Reload();
        Assert.Equal(2, _errors.Messages.Count);
    }

    [Fact]
    public void NamedCache_HasASectionOfItsOwn()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(Memory(("Main:KeyPrefix", "main"), ("Other:KeyPrefix", "other"), ("Other:Methods:ConfiguredCatalog.PlainAsync:Enabled", "false")));
        collection.AddCacheGen().BindConfiguration("Main");
        collection.AddCacheGen("second").BindConfiguration("Other");
        using var services = collection.BuildServiceProvider();
        Assert.Equal("main:configured:plain:1", ConfiguredCatalog.Cache.Plain(services.GetRequiredService<MethodCache>(), 1).Key);
        var second = ConfiguredCatalog.Cache.Plain(services.GetRequiredKeyedService<MethodCache>("second"), 1);
        Assert.Equal("other:configured:plain:1", second.Key);
        second.Set("value");
        Assert.False(second.Peek(out _));
    }

    [Fact]
    public void SectionAtHand_IsReadToo()
    {
        using var services = new ServiceCollection().AddCacheGen(Memory(("CacheGen:KeyPrefix", "shop")).GetSection("CacheGen")).Services.BuildServiceProvider();
        Assert.Equal("shop:configured:plain:1", ConfiguredCatalog.Cache.Plain(services.GetRequiredService<MethodCache>(), 1).Key);
    }

    private ServiceProvider Provider(IConfiguration configuration)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(configuration).AddSingleton<ILoggerFactory>(_errors).AddSingleton<ConfiguredCatalog>();
        collection.AddCacheGen(options => options.TimeProvider = _clock).BindConfiguration("CacheGen");
        return _services = collection.BuildServiceProvider();
    }

    private ServiceProvider Start(IConfiguration configuration)
    {
        var services = Provider(configuration);
        services.GetRequiredService<IStartupValidator>().Validate();
        return services;
    }

    private static IConfigurationRoot Json(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();

    private static IConfigurationRoot Memory(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);

    /// <summary>What was logged as an error.</summary>
    private sealed class Errors : ILoggerFactory, ILogger
    {
        public List<string> Messages { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Messages.Add(formatter(state, exception));

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
