using Xunit;

namespace CacheGen.Conformance;

/// <summary>Methods that are switched off and on while the cache lives.</summary>
public abstract class SwitchTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly ConfiguredCatalog _catalog;

    protected SwitchTests() => _catalog = new ConfiguredCatalog(Cache);

    private CacheHandle<string?> Plain => ConfiguredCatalog.Cache.Plain(Cache, 1);

    [Fact]
    public async Task SwitchedOff_EveryCallLoadsAndNothingIsKept()
    {
        await _catalog.PlainAsync(1);
        Switch(on: false);
        Assert.Equal("v2", await _catalog.PlainAsync(1));
        Assert.Equal("v3", await _catalog.PlainAsync(1));
        Assert.False(Plain.Peek(out _));
        Assert.False((await Plain.PeekAsync(TestContext.Current.CancellationToken)).Found);
        var method = Assert.Single(Cache.GetStatistics().Methods);
        Assert.Equal((0, 3, 3), (method.Hits, method.Misses, method.Loads));
    }

    [Fact]
    public async Task SwitchedOff_OtherMethodsGoOn()
    {
        Switch(on: false);
        Assert.Equal("v1", await _catalog.SlowAsync(1));
        Assert.Equal("v1", await _catalog.SlowAsync(1));
    }

    [Fact]
    public async Task SwitchedOn_WhatNobodyInvalidatedIsThereAgain()
    {
        await _catalog.PlainAsync(1);
        Switch(on: false);
        await _catalog.PlainAsync(1);
        Switch(on: true);
        Assert.Equal("v1", await _catalog.PlainAsync(1));
    }

    [Theory]
    [InlineData("handle")]
    [InlineData("key")]
    [InlineData("tag")]
    [InlineData("clear")]
    [InlineData("set")]
    public async Task SwitchedOn_WhatWasInvalidatedMeanwhileIsNot(string by)
    {
        await _catalog.PlainAsync(1);
        Switch(on: false);
        await InvalidateAsync(by);
        Switch(on: true);
        Assert.False(Plain.Peek(out _));
        Assert.Equal("v2", await _catalog.PlainAsync(1));
    }

    [Fact]
    public async Task HandleFromBefore_StoresNothingWhileTheMethodIsOff()
    {
        var handle = Plain;
        handle.Set("before");
        Switch(on: false);
        handle.Set("while off");
        Assert.False(handle.Peek(out _));
        Switch(on: true);
        Assert.False(handle.Peek(out _));
        handle.Set("after");
        Assert.True(handle.Peek(out var value));
        Assert.Equal("after", value);
    }

    [Fact]
    public async Task LoadUnderWay_IsNotStoredWhereItsKeyIsRemovedWhileTheMethodIsOff()
    {
        _catalog.Source.Holds = true;
        var caller = _catalog.PlainAsync(1);
        var load = await _catalog.Source.NextHeldAsync();
        Switch(on: false);
        await Plain.RemoveAsync(TestContext.Current.CancellationToken);
        load.Answer("old");
        Assert.Equal("old", await caller);
        Switch(on: true);
        Assert.False(Plain.Peek(out _));
    }

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(false, null, null, false)]
    [InlineData(false, true, null, true)]
    [InlineData(null, false, null, false)]
    [InlineData(true, false, true, true)]
    [InlineData(null, true, false, false)]
    public async Task MostParticularWordCounts(bool? prefix, bool? profile, bool? method, bool isOn)
    {
        Configure(options =>
        {
            options.Prefixes["configured"].Enabled = prefix;
            options.Profiles["slow"].Enabled = profile;
            options.Methods["ConfiguredCatalog.SlowAsync"].Enabled = method;
        });
        await _catalog.SlowAsync(1);
        await _catalog.SlowAsync(1);
        Assert.Equal(isOn ? 1 : 2, _catalog.Source.Loads);
    }

    [Fact]
    public async Task CacheThatIsOff_SwitchesAllOffWhateverElseIsSaid()
    {
        Configure(options =>
        {
            options.Enabled = false;
            options.Methods["ConfiguredCatalog.PlainAsync"].Enabled = true;
        });
        await _catalog.PlainAsync(1);
        await _catalog.PlainAsync(1);
        Assert.Equal(2, _catalog.Source.Loads);
    }

    [Fact]
    public async Task FailureWhileOff_ReachesTheCallerAndIsCounted()
    {
        Switch(on: false);
        _catalog.Source.Fails = new InvalidOperationException("down");
        Assert.Same(_catalog.Source.Fails, await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.PlainAsync(1)));
        Assert.Equal(1, Cache.GetStatistics().Errors);
    }

    /// <summary>An awaited removal wins, whatever is switched meanwhile.</summary>
    [Fact]
    public async Task SwitchingAllTheTime_NobodySeesWhatWasRemoved()
    {
        var current = 0;
        _catalog.Source.Answers = () => Volatile.Read(ref current).ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var done = new CancellationTokenSource();
        var switching = Task.Run(() =>
        {
            for (var on = false; !done.IsCancellationRequested; on = !on)
                Switch(on);
        });
        var readers = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                await _catalog.PlainAsync(1);
        });
        try
        {
            for (var version = 1; version <= 200; version++)
            {
                Volatile.Write(ref current, version);
                await Plain.RemoveAsync(TestContext.Current.CancellationToken);
                Assert.Equal(version, int.Parse((await _catalog.PlainAsync(1))!, System.Globalization.CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            await done.CancelAsync();
            await Task.WhenAll(switching, readers);
        }
    }

    private async Task InvalidateAsync(string by)
    {
        var key = Plain.Key;
        await (by switch
        {
            "handle" => Plain.RemoveAsync(),
            "key" => Cache.RemoveAsync(key),
            "tag" => Cache.RemoveByTagAsync("plain"),
            "clear" => Cache.ClearAsync(),
            _ => Plain.SetAsync("newer"),
        });
    }

    private void Switch(bool on) => Configure(options => options.Methods["ConfiguredCatalog.PlainAsync"].Enabled = on);

    private void Configure(Action<CacheGenOptions> configure)
    {
        var options = new CacheGenOptions();
        configure(options);
        Cache.Configure(options);
    }
}
