using CacheGen.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CacheGen.Language.Tests;

/// <summary>A connection to a database, which belongs to one request.</summary>
public sealed class Connection : IDisposable
{
    public bool IsDisposed { get; private set; }

    public int Read() => IsDisposed ? throw new ObjectDisposedException(nameof(Connection)) : 42;

    public void Dispose() => IsDisposed = true;
}

/// <summary>Statistics that are brought up to date behind the caller's back, when his request may be over.</summary>
public sealed partial class StatisticsService(Connection connection, MethodCache cache)
{
    [Cached(Ttl = "1h", RefreshAfter = "30m", BackgroundScope = true)]
    public partial Task<int> CountAsync(string what);

    private async Task<int> CountCoreAsync(string what)
    {
        await Task.Yield();
        return connection.Read() + what.Length;
    }
}

public sealed class PopularStatistics(StatisticsService statistics) : ICacheWarmup
{
    public Task WarmAsync(CacheWarmupContext context, CancellationToken cancellationToken) =>
        context.ForEachAsync(["albums", "artists"], (what, _) => statistics.CountAsync(what));
}

public sealed class LoadTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ServiceProvider _services;

    public LoadTests()
    {
        var services = new ServiceCollection();
        services.AddScoped<Connection>();
        services.AddScoped<StatisticsService>();
        services.AddCacheGen(options => options.TimeProvider = _clock);
        services.AddCacheWarmup<PopularStatistics>();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    [Fact]
    public async Task RefreshAfterTheRequest_HasAConnectionOfItsOwn()
    {
        await CountAsync();
        _clock.Advance(TimeSpan.FromMinutes(31));
        // The request ends while its refresh has only begun.
        await CountAsync();
        _clock.Advance(TimeSpan.FromMinutes(28));
        Assert.Equal(48, await CountAsync());
        Assert.Equal(0, Assert.Single(_services.GetRequiredService<MethodCache>().GetStatistics().Methods).Errors);
    }

    [Fact]
    public async Task WarmUp_LoadsWhatWillBeAskedFor()
    {
        var result = Assert.Single(await _services.GetRequiredService<ICacheWarmer>().WarmAsync());
        Assert.Equal((2, 0), (result.Items, result.Failed));
        await CountAsync();
        var counted = Assert.Single(_services.GetRequiredService<MethodCache>().GetStatistics().Methods);
        Assert.Equal((2, 1), (counted.Loads, counted.Hits));
    }

    private async Task<int> CountAsync()
    {
        await using var request = _services.CreateAsyncScope();
        return await request.ServiceProvider.GetRequiredService<StatisticsService>().CountAsync("albums");
    }
}
