using System.Collections.Concurrent;
using CacheGen;
using Discogs.Api;
using Discogs.Upstream;
using Discogs.Upstream.Catalogue;

namespace Discogs.Replay;

/// <summary>One run of a workload: its own API, its own clock, and the same service code whether cached or not.</summary>
public sealed class ReplayRun : IAsyncDisposable
{
    private readonly ScaledTimeProvider _clock;
    private readonly DiscogsUpstream _upstream;
    private readonly HttpClient _http;
    private readonly MethodCache _cache;
    private readonly DiscogsCatalog _catalog;
    private readonly ConcurrentQueue<Sample> _samples = new();
    private int _sessionsEnded;
    private int _sessionsCompleted;

    private ReplayRun(ScaledTimeProvider clock, DiscogsUpstream upstream, MethodCache cache)
    {
        _clock = clock;
        _upstream = upstream;
        var settings = new DiscogsSettings(upstream.BaseAddress, DiscogsSettings.BundledToken);
        _http = new HttpClient(settings.CreateHandler());
        settings.Apply(_http);
        _cache = cache;
        _catalog = new DiscogsCatalog(new DiscogsClient(_http, clock), _cache);
    }

    public MusicCatalogue Catalogue => _upstream.Catalogue;

    public int SessionsEnded => Volatile.Read(ref _sessionsEnded);

    /// <param name="seed">Makes the catalogue.</param>
    /// <param name="speed">How fast the run's clock is.</param>
    /// <param name="createCache">Makes the run's cache; it is given the clock.</param>
    public static async Task<ReplayRun> StartAsync(int seed, double speed, Func<TimeProvider, MethodCache> createCache)
    {
        var clock = new ScaledTimeProvider(speed);
        var upstream = await DiscogsUpstream.StartAsync(new UpstreamOptions { Seed = seed, TimeProvider = clock });
        return new ReplayRun(clock, upstream, createCache(clock));
    }

    public async Task<RunFigures> RunAsync(IReadOnlyList<Session> sessions, CancellationToken ct)
    {
        await Task.WhenAll(sessions.Select(session => RunAsync(session, ct)));
        return Figures(sessions.Count);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _upstream.DisposeAsync();
    }

    private async Task RunAsync(Session session, CancellationToken ct)
    {
        await Task.Delay(session.Start, _clock, ct);
        var completed = true;
        foreach (var operation in session.Operations)
        {
            await Task.Delay(operation.ThinkTime, _clock, ct);
            completed &= await RunAsync(operation, ct);
        }

        Interlocked.Increment(ref _sessionsEnded);
        if (completed)
            Interlocked.Increment(ref _sessionsCompleted);
    }

    // A user who sees an error goes on with the next question, so that both runs are asked exactly the same.
    private async Task<bool> RunAsync(Operation operation, CancellationToken ct)
    {
        var start = _clock.GetTimestamp();
        var answered = true;
        try
        {
            await operation.RunAsync(_catalog, ct);
        }
        catch (Exception e) when (e is RateLimitedException or HttpRequestException)
        {
            answered = false;
        }

        _samples.Enqueue(new Sample(operation.Kind, _clock.GetElapsedTime(start), answered));
        return answered;
    }

    private RunFigures Figures(int sessions)
    {
        var statistics = _cache.GetStatistics();
        var all = OperationFigures.Of(_samples, statistics.HitRate);
        return new RunFigures(
            sessions,
            _sessionsCompleted,
            _upstream.Calls.Total,
            Math.Round((double)_upstream.Calls.Total / sessions, 2),
            all.MeanMs,
            all.P95Ms,
            _upstream.Calls.RateLimited,
            all.Failed,
            all.HitRate,
            _samples.GroupBy(sample => sample.Kind).OrderBy(kind => kind.Key)
                .ToDictionary(kind => Name(kind.Key), kind => OperationFigures.Of([.. kind], HitRate(statistics, kind.Key))),
            Enum.GetValues<EndpointKind>().Where(kind => _upstream.Calls.Of(kind) > 0).ToDictionary(Name, _upstream.Calls.Of));
    }

    private static double HitRate(CacheStatistics statistics, OperationKind kind)
    {
        var method = kind switch
        {
            OperationKind.Profile => nameof(DiscogsCatalog.GetProfileAsync),
            OperationKind.Collection => nameof(DiscogsCatalog.GetCollectionPageAsync),
            OperationKind.Statistics => nameof(DiscogsCatalog.GetStatisticsAsync),
            OperationKind.Search => nameof(DiscogsCatalog.SearchAsync),
            _ => nameof(DiscogsCatalog.GetReleaseAsync),
        };
        return statistics.Methods.FirstOrDefault(found => found.Method.Contains($".{method}(", StringComparison.Ordinal))?.HitRate ?? 0;
    }

    private static string Name<TEnum>(TEnum kind)
        where TEnum : struct, Enum => kind.ToString().ToLowerInvariant();
}
