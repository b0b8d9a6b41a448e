using CacheGen.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CacheGen.Language.Tests;

public sealed record Mixtape(string Id, string Name, int Tracks);

/// <summary>Mixtapes of a service that allows so many calls, whether they read or write. Its own app changes them too.</summary>
[CachePrefix("mixtapes")]
public sealed partial class Mixtapes(MethodCache cache)
{
    private readonly Dictionary<string, Mixtape> _all = new() { ["a:b"] = new("a:b", "Side A", 0) };

    public int Calls { get; private set; }

    [Cached(Key = "mixtape:{id}", Ttl = "1h", RateLimit = "tapes", Tags = new[] { "tape:{id}" })]
    public partial Task<Mixtape?> FindAsync(string id, CancellationToken ct = default);

    [Invalidates(Tags = new[] { "tape:{id}" }, RateLimit = "tapes")]
    public partial Task<int> AddAsync(string id, int tracks, CancellationToken ct = default);

    [Updates(nameof(FindAsync), With = "id=tape.Id", RateLimit = "tapes")]
    public partial Task<Mixtape?> SaveAsync(Mixtape tape);

    /// <summary>The service has told us that somebody else has changed it.</summary>
    [Invalidates(Tags = new[] { "tape:{id}" }, Source = null)]
    public partial Task ForgetAsync(string id, CancellationToken ct = default);

    /// <summary>As the service's own app does.</summary>
    public void RenameElsewhere(string id, string name) => _all[id] = _all[id] with { Name = name };

    private Task<Mixtape?> FindCoreAsync(string id, CancellationToken ct)
    {
        Calls++;
        return Task.FromResult(_all.GetValueOrDefault(id));
    }

    private Task<int> AddCoreAsync(string id, int tracks, CancellationToken ct)
    {
        Calls++;
        _all[id] = _all[id] with { Tracks = _all[id].Tracks + tracks };
        return Task.FromResult(_all[id].Tracks);
    }

    private Task<Mixtape?> SaveCoreAsync(Mixtape tape)
    {
        Calls++;
        return Task.FromResult<Mixtape?>(_all[tape.Id] = tape);
    }
}

public sealed class LimitedWriteTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ServiceProvider _services;
    private readonly Mixtapes _tapes;

    public LimitedWriteTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<Mixtapes>();
        services.AddCacheGen(options => options.TimeProvider = _clock)
            .AddRateLimiter("tapes", RateLimits.AtMost(2, per: TimeSpan.FromMinutes(1)).Queue(0));
        _services = services.BuildServiceProvider(validateScopes: true);
        _tapes = _services.GetRequiredService<Mixtapes>();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task ReadsAndWrites_AreCountedTogether_AndARefusedWriteChangesNothing()
    {
        await _tapes.FindAsync("a:b");
        Assert.Equal(3, await _tapes.AddAsync("a:b", 3));
        var refusal = await Assert.ThrowsAsync<CacheRateLimitException>(() => _tapes.SaveAsync(new("a:b", "Side B", 0)));
        Assert.Equal("tapes", refusal.Limiter);
        Assert.Equal(2, _tapes.Calls);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, (await _tapes.FindAsync("a:b"))!.Tracks);
        var saved = await _tapes.SaveAsync(new("a:b", "Side B", 0));
        Assert.Same(saved, await _tapes.FindAsync("a:b"));
        Assert.Equal(4, _tapes.Calls);
    }

    [Fact]
    public async Task WhatChangedElsewhere_IsForgottenWithoutACall()
    {
        await _tapes.FindAsync("a:b");
        _tapes.RenameElsewhere("a:b", "Side B");
        Assert.Equal("Side A", (await _tapes.FindAsync("a:b"))!.Name);
        await _tapes.ForgetAsync("a:b");
        Assert.Equal(1, _tapes.Calls);
        Assert.Equal("Side B", (await _tapes.FindAsync("a:b"))!.Name);
    }
}
