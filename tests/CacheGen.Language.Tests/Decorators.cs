using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CacheGen.Language.Tests;

public interface IWeather
{
    Task<int> GetTemperatureAsync(string city, CancellationToken ct = default);

    Task ReportAsync(string city, int temperature);
}

public sealed class Weather : IWeather
{
    private int _temperature = 20;

    public Task<int> GetTemperatureAsync(string city, CancellationToken ct = default) => Task.FromResult(_temperature++);

    public Task ReportAsync(string city, int temperature)
    {
        _temperature = temperature;
        return Task.CompletedTask;
    }
}

/// <summary>Has no source of its own: what it does not cache goes to the service that it wraps.</summary>
public sealed partial class CachedWeather(IWeather inner, MethodCache cache) : IWeather
{
    [Cached(Ttl = "10m")]
    public partial Task<int> GetTemperatureAsync(string city, CancellationToken ct = default);
}

public sealed class DecoratorTests
{
    [Fact]
    public async Task WrappedService_IsCachedWhereItSaysSo()
    {
        var services = new ServiceCollection();
        services.AddCacheGen();
        services.AddSingleton<Weather>();
        services.AddSingleton<IWeather>(provider => new CachedWeather(provider.GetRequiredService<Weather>(), provider.GetRequiredService<MethodCache>()));
        await using var provider = services.BuildServiceProvider();
        var weather = provider.GetRequiredService<IWeather>();

        Assert.Equal(20, await weather.GetTemperatureAsync("Berlin"));
        await weather.ReportAsync("Berlin", 25);
        Assert.Equal(20, await weather.GetTemperatureAsync("Berlin"));
        Assert.Equal(25, await weather.GetTemperatureAsync("Hamburg"));
    }
}
