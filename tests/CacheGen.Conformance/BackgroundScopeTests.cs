using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CacheGen.Conformance;

public abstract class BackgroundScopeTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly ScriptedSource _source = new();
    private readonly Sessions _sessions = new();
    private readonly ServiceProvider _services;
    private readonly MethodCache _cache;

    protected BackgroundScopeTests()
    {
        _services = new ServiceCollection()
            .AddSingleton(_source).AddSingleton(_sessions).AddScoped<Session>().AddScoped<ScopedCatalog>()
            .AddSingleton(_ => _cache!)
            .BuildServiceProvider(validateScopes: true);
        _cache = Engine.Create(new CacheGenOptions { TimeProvider = Clock, Services = _services });
    }

    [Fact]
    public async Task Refresh_RunsAfterTheRequest()
    {
        await RequestAsync(catalog => catalog.RefreshAsync(1));
        Advance(Minutes(5));
        _source.Holds = true;
        Assert.Equal("v1", await RequestAsync(catalog => catalog.RefreshAsync(1)));
        (await _source.NextHeldAsync()).Answer("new");
        await Eventually.TrueAsync(() => ScopedCatalog.Cache.Refresh(_cache, 1).Peek(out var stored) && stored == "new", "the refresh is stored");
        Assert.Equal(0, _cache.GetStatistics().Errors);
    }

    [Fact]
    public async Task RefreshOnTheRequestsInstance_Fails()
    {
        await RequestAsync(catalog => catalog.RefreshOnRequestAsync(1));
        Advance(Minutes(5));
        _source.Holds = true;
        ScriptedSource.Load? load = null;
        await RequestAsync(async catalog =>
        {
            var value = await catalog.RefreshOnRequestAsync(1);
            load = await _source.NextHeldAsync();
            return value;
        });
        load!.Answer("lost");
        await Eventually.TrueAsync(() => _cache.GetStatistics().Errors == 1, "the refresh has failed");
        Assert.True(ScopedCatalog.Cache.RefreshOnRequest(_cache, 1).Peek(out var stored) && stored == "v1");
    }

    [Fact]
    public async Task LoadPastItsSoftTimeout_RunsAfterTheRequest()
    {
        await RequestAsync(catalog => catalog.SoftAsync(1));
        Advance(Minutes(10));
        var load = await SoftTimeoutAsync(catalog => catalog.SoftAsync(1));
        load.Answer("late");
        await Eventually.TrueAsync(() => ScopedCatalog.Cache.Soft(_cache, 1).Peek(out var stored) && stored == "late", "the late value is stored");
    }

    [Fact]
    public async Task LoadPastItsSoftTimeoutOnTheRequestsInstance_Fails()
    {
        await RequestAsync(catalog => catalog.SoftOnRequestAsync(1));
        Advance(Minutes(10));
        var load = await SoftTimeoutAsync(catalog => catalog.SoftOnRequestAsync(1));
        load.Answer("lost");
        await Eventually.TrueAsync(() => _cache.GetStatistics().Errors == 1, "the load has failed");
        Assert.False(ScopedCatalog.Cache.SoftOnRequest(_cache, 1).Peek(out var stored) && stored == "lost");
    }

    [Fact]
    public async Task LoadWhoseFirstCallerHasLeft_GoesOnForTheOthers()
    {
        Assert.Equal("shared", await LeaveAsync((catalog, ct) => catalog.PlainAsync(1, ct)));
    }

    [Fact]
    public async Task LoadOnTheRequestsInstance_FailsForTheOthersWhenItsRequestEnds()
    {
        await Assert.ThrowsAsync<ObjectDisposedException>(() => LeaveAsync((catalog, ct) => catalog.SharedAsync(1, ct)));
    }

    [Fact]
    public async Task EachLoad_HasAScopeThatEndsWithIt()
    {
        await using var request = _services.CreateAsyncScope();
        var catalog = request.ServiceProvider.GetRequiredService<ScopedCatalog>();
        await catalog.PlainAsync(1);
        await catalog.PlainAsync(1);
        Assert.Equal((1, 1), (_sessions.InUse, _sessions.Ended));
        await catalog.ValueTaskAsync(1);
        Assert.Equal("v3", catalog.Sync(1));
        Assert.Equal((3, 3), (_sessions.InUse, _sessions.Ended));
    }

    [Fact]
    public async Task ScopeOfAFailedLoad_EndsToo()
    {
        await using var request = _services.CreateAsyncScope();
        _source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => request.ServiceProvider.GetRequiredService<ScopedCatalog>().PlainAsync(1));
        Assert.Equal((1, 1), (_sessions.InUse, _sessions.Ended));
    }

    [Fact]
    public void CacheWithoutServices_SaysSo()
    {
        var cache = Engine.Create(new CacheGenOptions { TimeProvider = Clock });
        using var session = new Session(_sessions);
        var catalog = new ScopedCatalog(session, _source, cache);
        var exception = Assert.Throws<InvalidOperationException>(() => catalog.Sync(1));
        Assert.Contains("ScopedCatalog.Sync(int) has BackgroundScope = true, but its cache has no services", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A call in a request that ends with it.</summary>
    private async Task<string?> RequestAsync(Func<ScopedCatalog, Task<string?>> call)
    {
        await using var request = _services.CreateAsyncScope();
        return await call(request.ServiceProvider.GetRequiredService<ScopedCatalog>());
    }

    /// <summary>A request that is served a stale value and ends while its load is held.</summary>
    private async Task<ScriptedSource.Load> SoftTimeoutAsync(Func<ScopedCatalog, Task<string?>> call)
    {
        _source.Holds = true;
        ScriptedSource.Load? load = null;
        Assert.Equal("v1", await RequestAsync(async catalog =>
        {
            var caller = call(catalog);
            load = await _source.NextHeldAsync();
            Advance(Seconds(1));
            return await caller;
        }));
        return load!;
    }

    /// <summary>A request begins a load and is cancelled; another one, which has joined, is answered.</summary>
    private async Task<string?> LeaveAsync(Func<ScopedCatalog, CancellationToken, Task<string?>> call)
    {
        _source.Holds = true;
        using var cancellation = new CancellationTokenSource();
        await using var other = _services.CreateAsyncScope();
        Task<string?>? joined = null;
        ScriptedSource.Load? load = null;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RequestAsync(async catalog =>
        {
            var first = call(catalog, cancellation.Token);
            load = await _source.NextHeldAsync();
            joined = call(other.ServiceProvider.GetRequiredService<ScopedCatalog>(), CancellationToken.None);
            await cancellation.CancelAsync();
            return await first;
        }));
        load!.Answer("shared");
        return await joined!;
    }
}
