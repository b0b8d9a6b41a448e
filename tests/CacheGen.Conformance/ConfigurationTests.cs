using Xunit;

namespace CacheGen.Conformance;

/// <summary>Options that change while the cache lives.</summary>
public abstract class ConfigurationTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private const string Plain = "ConfiguredCatalog.PlainAsync";

    private readonly ConfiguredCatalog _catalog;

    protected ConfigurationTests() => _catalog = new ConfiguredCatalog(Cache);

    [Fact]
    public async Task Ttl_HoldsForWhatIsLoadedFromThenOn()
    {
        Assert.Equal("v1", await _catalog.PlainAsync(1));
        Configure(options => options.Methods[Plain].Ttl = Minutes(2));
        Assert.Equal("v2", await _catalog.PlainAsync(2));
        Advance(Minutes(2));
        Assert.Equal("v1", await _catalog.PlainAsync(1));
        Assert.Equal("v3", await _catalog.PlainAsync(2));
    }

    [Fact]
    public async Task MissFailSafe_HoldsForMissesFromThenOn_AndIsSwitchedOffByZero()
    {
        _catalog.Source.Answers = () => null;
        await _catalog.FailSafeAsync(1);
        Configure(options => options.Methods["ConfiguredCatalog.FailSafeAsync"].MissFailSafe = Minutes(60));
        await _catalog.FailSafeAsync(2);
        Configure(options => options.Methods["ConfiguredCatalog.FailSafeAsync"].MissFailSafe = TimeSpan.Zero);
        await _catalog.FailSafeAsync(3);
        Configure(options => options.Methods["ConfiguredCatalog.FailSafeAsync"].MissFailSafe = Minutes(60));
        Advance(Minutes(5));
        _catalog.Source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.FailSafeAsync(1));
        Assert.Null(await _catalog.FailSafeAsync(2));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.FailSafeAsync(3));
    }

    [Fact]
    public async Task MissFailSafeWithoutMissTtl_KeepsNoMiss()
    {
        Configure(options => (options.Methods[Plain].MissTtl, options.Methods[Plain].MissFailSafe) = (TimeSpan.Zero, Minutes(60)));
        _catalog.Source.Answers = () => null;
        Assert.Null(await _catalog.PlainAsync(1));
        _catalog.Source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.PlainAsync(1));
    }

    [Fact]
    public async Task WhatIsTakenBack_DoesNotHoldAnyMore()
    {
        Configure(options => options.Methods[Plain].Ttl = Minutes(2));
        Configure(_ => { });
        await _catalog.PlainAsync(1);
        Advance(Minutes(10) - Precision);
        Assert.Equal("v1", await _catalog.PlainAsync(1));
    }

    [Fact]
    public async Task Ttl_OfAMethodWhoseOwnLearns_HoldsAsItStands()
    {
        _catalog.Source.Answers = () => "same";
        Configure(options => options.Methods["ConfiguredCatalog.LearningAsync"].Ttl = Minutes(2));
        for (var load = 1; load <= 3; load++)
        {
            await _catalog.LearningAsync(1);
            Assert.Equal(load, _catalog.Source.Loads);
            Advance(Minutes(2));
        }

        Configure(_ => { });
        await _catalog.LearningAsync(1);
        Advance(Minutes(10) - Precision);
        await _catalog.LearningAsync(1);
        Assert.Equal(4, _catalog.Source.Loads);
    }

    [Fact]
    public async Task DefaultTtl_IsThatOfMethodsThatSayNone()
    {
        await _catalog.DefaultsAsync(1);
        Configure(options => options.DefaultTtl = Minutes(2));
        await _catalog.DefaultsAsync(2);
        await _catalog.PlainAsync(3);
        Advance(Minutes(2));
        Assert.Equal("v1", await _catalog.DefaultsAsync(1));
        Assert.Equal("v4", await _catalog.DefaultsAsync(2));
        Assert.Equal("v3", await _catalog.PlainAsync(3));
    }

    [Fact]
    public async Task MissTtl_CanBeSwitchedOnAndOff()
    {
        _catalog.Source.Answers = () => null;
        Configure(options =>
        {
            options.Methods[Plain].MissTtl = Minutes(1);
            options.Methods["ConfiguredCatalog.FailSafeAsync"].MissTtl = TimeSpan.Zero;
        });
        await _catalog.PlainAsync(1);
        await _catalog.PlainAsync(1);
        Assert.Equal(1, _catalog.Source.Loads);
        await _catalog.FailSafeAsync(1);
        await _catalog.FailSafeAsync(1);
        Assert.Equal(3, _catalog.Source.Loads);
    }

    [Fact]
    public async Task FailSafe_CanBeSwitchedOnAndOff()
    {
        Configure(options =>
        {
            options.Methods[Plain].FailSafe = TimeSpan.FromDays(1);
            options.Methods["ConfiguredCatalog.FailSafeAsync"].FailSafe = TimeSpan.Zero;
        });
        await _catalog.PlainAsync(1);
        await _catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        _catalog.Source.Fails = new InvalidOperationException("down");
        Assert.Equal("v1", await _catalog.PlainAsync(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.FailSafeAsync(1));
    }

    [Fact]
    public async Task HardTimeout_IsThatOfLoadsThatBeginFromThenOn()
    {
        _catalog.Source.Holds = true;
        var before = _catalog.PlainAsync(1);
        var load = await _catalog.Source.NextHeldAsync();
        Configure(options => options.Methods[Plain].HardTimeout = Seconds(2));
        var after = _catalog.PlainAsync(2);
        await _catalog.Source.NextHeldAsync();
        Advance(Seconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => after);
        Assert.False(before.IsCompleted);
        load.Answer("late");
        Assert.Equal("late", await before);
    }

    [Fact]
    public async Task RefreshAfter_IsThatOfWhatIsLoadedFromThenOn()
    {
        await _catalog.PlainAsync(1);
        Configure(options => options.Methods[Plain].RefreshAfter = Minutes(5));
        await _catalog.PlainAsync(2);
        Advance(Minutes(5));
        Assert.Equal("v2", await _catalog.PlainAsync(2));
        await Eventually.TrueAsync(() => ConfiguredCatalog.Cache.Plain(Cache, 2).Peek(out var value) && value == "v3", "the value is reloaded behind");
    }

    [Fact]
    public async Task ProfileAndPrefix_AreTheirMethods()
    {
        Configure(options =>
        {
            options.Prefixes["configured"].Ttl = Minutes(2);
            options.Profiles["slow"].Ttl = Minutes(4);
        });
        await _catalog.PlainAsync(1);
        await _catalog.SlowAsync(2);
        await Catalog.PlainAsync(3);
        Advance(Minutes(2));
        Assert.False(ConfiguredCatalog.Cache.Plain(Cache, 1).Peek(out _));
        Assert.True(ConfiguredCatalog.Cache.Slow(Cache, 2).Peek(out _));
        Advance(Minutes(2));
        Assert.False(ConfiguredCatalog.Cache.Slow(Cache, 2).Peek(out _));
        Assert.True(Catalog.Cache.Plain(Cache, 3).Peek(out _));
    }

    [Fact]
    public void OptionsThatMakeNoSense_AreRefusedAndChangeNothing()
    {
        var wrong = new CacheGenOptions { Enabled = false };
        wrong.Methods["ConfiguredCatalog.PlanAsync"].Ttl = Minutes(1);
        var error = Assert.Throws<ArgumentException>(() => Cache.Configure(wrong));
        Assert.Contains("'ConfiguredCatalog.PlainAsync'", error.Message, StringComparison.Ordinal);
        var handle = ConfiguredCatalog.Cache.Plain(Cache, 1);
        handle.Set("set");
        Assert.True(handle.Peek(out _));
    }

    private void Configure(Action<CacheGenOptions> configure)
    {
        var options = new CacheGenOptions();
        configure(options);
        Cache.Configure(options);
    }
}
