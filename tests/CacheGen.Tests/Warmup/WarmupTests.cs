using CacheGen.Conformance;
using CacheGen.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CacheGen.Tests.Warmup;

public sealed class WarmupTests : IDisposable
{
    private readonly Script _script = new();
    private readonly RecordedLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Start_DoesNotWaitForIt_AndItWarms()
    {
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>(options => options.MaxParallelism = 1));
        _script.Holds = true;
        var host = Assert.Single(services.GetServices<IHostedService>());
        await host.StartAsync(CancellationToken.None);
        var call = await _script.NextAsync();
        Assert.False(Catalog.Cache.Plain(services.GetRequiredService<MethodCache>(), 1).Peek(out _));
        _script.Holds = false;
        call.SetResult();
        await Eventually.TrueAsync(() => _log.Has("ended"), "the warm-up has ended");
        Assert.True(Catalog.Cache.Plain(services.GetRequiredService<MethodCache>(), 1).Peek(out _));
        Assert.True(Catalog.Cache.Plain(services.GetRequiredService<MethodCache>(), 20).Peek(out _));
    }

    [Fact]
    public async Task OnDemand_TellsHowItWent()
    {
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>(options => options.AtStart = false));
        await services.GetServices<IHostedService>().Single().StartAsync(CancellationToken.None);
        var result = await services.GetRequiredService<ICacheWarmer>().WarmAsync<Releases>();
        Assert.Equal((typeof(Releases), 20, 0, null), (result.Warmup, result.Items, result.Failed, result.Exception));
        Assert.Equal(1, _script.Runs);
    }

    [Fact]
    public async Task CallsThatFail_AreCountedAndLogged_AndTheOthersGoOn()
    {
        _script.Fails = id => id % 5 == 0;
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>());
        var result = await services.GetRequiredService<ICacheWarmer>().WarmAsync<Releases>();
        Assert.Equal((20, 4), (result.Items, result.Failed));
        Assert.Equal(4, _log.Count(LogLevel.Warning));
        Assert.True(_log.Has("the call for 15 failed"));
    }

    [Fact]
    public async Task WarmupThatFailsItself_IsAResultToo_AndTheNextOneRuns()
    {
        _script.Breaks = new InvalidOperationException("no list");
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>().AddCacheWarmup<OneCall>());
        var results = await services.GetRequiredService<ICacheWarmer>().WarmAsync();
        Assert.Equal([typeof(Releases), typeof(OneCall)], results.Select(result => result.Warmup));
        Assert.Equal("no list", results[0].Exception?.Message);
        Assert.Equal((1, null), (results[1].Items, results[1].Exception));
        Assert.Equal(1, _log.Count(LogLevel.Error));
    }

    [Fact]
    public async Task Parallelism_IsBounded()
    {
        _script.Holds = true;
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>(options => options.MaxParallelism = 3));
        var run = services.GetRequiredService<ICacheWarmer>().WarmAsync<Releases>();
        for (var i = 0; i < 20; i++)
            (await _script.NextAsync()).SetResult();
        await run;
        Assert.InRange(_script.MostAtATime, 1, 3);
    }

    [Fact]
    public async Task SecondRun_JoinsTheOneUnderWay()
    {
        _script.Holds = true;
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>(options => options.MaxParallelism = 1));
        var warmer = services.GetRequiredService<ICacheWarmer>();
        var first = warmer.WarmAsync<Releases>();
        var call = await _script.NextAsync();
        var second = warmer.WarmAsync<Releases>();
        _script.Holds = false;
        call.SetResult();
        Assert.Same(await first, await second);
        await warmer.WarmAsync<Releases>();
        Assert.Equal(2, _script.Runs);
    }

    [Fact]
    public async Task CallerWhoGivesUp_LeavesTheRunAlone()
    {
        _script.Holds = true;
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>(options => options.MaxParallelism = 1));
        var warmer = services.GetRequiredService<ICacheWarmer>();
        using var cancellation = new CancellationTokenSource();
        var first = warmer.WarmAsync<Releases>(cancellation.Token);
        var call = await _script.NextAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _script.Holds = false;
        call.SetResult();
        Assert.Equal(20, (await warmer.WarmAsync<Releases>()).Items);
        Assert.Equal(1, _script.Runs);
    }

    [Fact]
    public async Task Stop_EndsTheRun()
    {
        _script.Holds = true;
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>(options => options.MaxParallelism = 1));
        var host = services.GetServices<IHostedService>().Single();
        await host.StartAsync(CancellationToken.None);
        await _script.NextAsync();
        await host.StopAsync(CancellationToken.None);
        Assert.Equal(1, _script.Calls);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.GetRequiredService<ICacheWarmer>().WarmAsync());
    }

    [Fact]
    public async Task Run_DoesNotCarryTheCallersExecutionContext()
    {
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>());
        var ambient = new AsyncLocal<string?> { Value = "request" };
        string? seen = "not called";
        _script.OnRun = () => seen = ambient.Value;
        await services.GetRequiredService<ICacheWarmer>().WarmAsync<Releases>();
        Assert.Null(seen);
    }

    [Fact]
    public async Task CallsOnAService_HaveAScopeEach()
    {
        await using var services = Services(collection => collection.AddCacheWarmup<Scoped>().AddScoped<Unit>());
        var result = await services.GetRequiredService<ICacheWarmer>().WarmAsync<Scoped>();
        Assert.Equal((5, 0), (result.Items, result.Failed));
        Assert.Equal(5, _script.Units.Distinct().Count());
    }

    [Fact]
    public async Task Progress_IsToldInTenths()
    {
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>());
        await services.GetRequiredService<ICacheWarmer>().WarmAsync<Releases>();
        Assert.Equal(10, _log.Entries.Count(entry => entry.Contains(" of 20 calls", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stream_IsToldInHundreds()
    {
        await using var services = Services(collection => collection.AddCacheWarmup<Unnumbered>());
        var result = await services.GetRequiredService<ICacheWarmer>().WarmAsync<Unnumbered>();
        Assert.Equal(250, result.Items);
        Assert.Equal(1, _log.Entries.Count(entry => entry.Contains("100 calls", StringComparison.Ordinal)));
        Assert.Equal(1, _log.Entries.Count(entry => entry.Contains("200 calls", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task RegisteredTwice_RunsOnce()
    {
        await using var services = Services(collection => collection.AddCacheWarmup<Releases>().AddCacheWarmup<OneCall>().AddCacheWarmup<Releases>());
        Assert.Single(services.GetServices<IHostedService>());
        var results = await services.GetRequiredService<ICacheWarmer>().WarmAsync();
        Assert.Equal([typeof(Releases), typeof(OneCall)], results.Select(result => result.Warmup));
    }

    [Fact]
    public async Task UnknownWarmup_AndNonsense_AreSaid()
    {
        await using var services = Services(collection => collection.AddCacheWarmup<OneCall>());
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => services.GetRequiredService<ICacheWarmer>().WarmAsync<Releases>());
        Assert.Contains("services.AddCacheWarmup<Releases>()", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCacheWarmup<OneCall>(options => options.MaxParallelism = 0));
    }

    [Fact]
    public async Task Warmup_CanBeTestedWithoutAHost()
    {
        var context = new CacheWarmupContext();
        await new Releases(_script, new Catalog(MethodCache.CreateInProcess())).WarmAsync(context, CancellationToken.None);
        Assert.Equal((20, 0), (context.Items, context.Failed));
    }

    private ServiceProvider Services(Action<IServiceCollection> register)
    {
        var collection = new ServiceCollection();
        collection.AddCacheGen();
        collection.AddSingleton<ILoggerFactory>(_log).AddSingleton(_script).AddSingleton<Catalog>();
        register(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }
}
