using System.Text;
using CacheGen.Distributed;
using CacheGen.Testing;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace CacheGen.FusionCache.Tests.Distributed;

/// <summary>A fallback cache over two scripted stores and a clock that stands still.</summary>
internal sealed class FallbackFixture
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public FallbackFixture(
        Action<FallbackDistributedCacheOptions>? configure = null, Func<TimeProvider, IDistributedCache>? secondary = null)
    {
        Primary = new ScriptedCache(Clock);
        Secondary = new ScriptedCache(Clock);
        // What a lone node may have: all there is to test.
        Options = new FallbackDistributedCacheOptions { TimeProvider = Clock, MirrorWrites = true, OnReturn = ReturnMode.Copy };
        configure?.Invoke(Options);
        Cache = new FallbackDistributedCache(Primary, secondary?.Invoke(Clock) ?? Secondary, Options, Log);
    }

    public ManualTimeProvider Clock { get; } = new();

    public ScriptedCache Primary { get; }

    public ScriptedCache Secondary { get; }

    public FallbackDistributedCacheOptions Options { get; }

    public FallbackDistributedCache Cache { get; }

    public LogLines Log { get; } = new();

    public Task SetAsync(string key, string value, TimeSpan? lifetime = null) => Cache.SetAsync(key, Bytes(value), For(lifetime ?? Hour));

    public async Task<string?> GetAsync(string key) => Text(await Cache.GetAsync(key));

    /// <summary>Fails the primary until its circuit is open.</summary>
    public async Task OpenAsync()
    {
        Primary.IsDown = true;
        while (Cache.State == PrimaryState.Closed)
            await Cache.GetAsync("nothing");
    }

    /// <summary>The primary answers again, and it is time to try it.</summary>
    public void Mend()
    {
        Primary.IsDown = false;
        Clock.Advance(Options.BreakDuration);
    }

    public static byte[] Bytes(string value) => Encoding.UTF8.GetBytes(value);

    public static string? Text(byte[]? value) => value is null ? null : Encoding.UTF8.GetString(value);

    public static DistributedCacheEntryOptions For(TimeSpan lifetime) => new() { AbsoluteExpirationRelativeToNow = lifetime };
}

/// <summary>What was logged, line by line, with its level.</summary>
internal sealed class LogLines : ILogger<FallbackDistributedCache>
{
    private readonly List<string> _lines = [];

    public string[] Above(LogLevel level)
    {
        lock (_lines) return [.. _lines.Where(line => Enum.Parse<LogLevel>(line.Split(':')[0]) >= level)];
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines) _lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
