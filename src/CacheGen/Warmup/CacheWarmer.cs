using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CacheGen.Warmup;

/// <summary>A registered warm-up.</summary>
internal sealed record WarmupRegistration(Type Type, CacheWarmupOptions Options, Func<IServiceProvider, ICacheWarmup> Create);

/// <summary>Runs the registered warm-ups, at the application's start and on demand.</summary>
internal sealed class CacheWarmer : ICacheWarmer, IHostedService, IDisposable
{
    private readonly object _lock = new();
    private readonly Dictionary<Type, Task<CacheWarmupResult>> _underWay = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly WarmupRegistration[] _warmups;
    private readonly IServiceScopeFactory _scopes;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;

    public CacheWarmer(IEnumerable<WarmupRegistration> warmups, IServiceScopeFactory scopes, IServiceProvider services)
    {
        _warmups = [.. warmups];
        _scopes = scopes;
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger<ICacheWarmer>() ?? NullLogger<ICacheWarmer>.Instance;
        _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
    }

    public Task<IReadOnlyList<CacheWarmupResult>> WarmAsync(CancellationToken cancellationToken = default) =>
        RunAsync(_warmups, cancellationToken);

    public Task<CacheWarmupResult> WarmAsync<TWarmup>(CancellationToken cancellationToken = default)
        where TWarmup : class, ICacheWarmup =>
        Join(_warmups.FirstOrDefault(warmup => warmup.Type == typeof(TWarmup)) ?? throw new InvalidOperationException(
            $"The warm-up {typeof(TWarmup).Name} is not registered: add it with services.AddCacheWarmup<{typeof(TWarmup).Name}>().")).WaitAsync(cancellationToken);

    /// <summary>Returns at once: the application does not wait for its warm-ups.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => RunAsync(_warmups.Where(warmup => warmup.Options.AtStart), _stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] underWay;
        lock (_lock)
        {
            underWay = [.. _underWay.Values];
            _stopping.Cancel();
        }

        // Their services are there until this returns. They end as cancelled ones, which is no error here.
        await Task.WhenAll(underWay).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Cancel();

    private async Task<IReadOnlyList<CacheWarmupResult>> RunAsync(IEnumerable<WarmupRegistration> warmups, CancellationToken cancellationToken)
    {
        var results = new List<CacheWarmupResult>();
        foreach (var warmup in warmups)
            results.Add(await Join(warmup).WaitAsync(cancellationToken).ConfigureAwait(false));
        return results;
    }

    /// <summary>The run under way, or a new one.</summary>
    private Task<CacheWarmupResult> Join(WarmupRegistration warmup)
    {
        lock (_lock)
        {
            if (_underWay.TryGetValue(warmup.Type, out var running) && !running.IsCompleted)
                return running;
            if (_stopping.IsCancellationRequested)
                return Task.FromCanceled<CacheWarmupResult>(_stopping.Token);
            // On the pool and without the caller's ExecutionContext: the run is the application's.
            using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
                return _underWay[warmup.Type] = Task.Run(() => RunAsync(warmup));
        }
    }

    private async Task<CacheWarmupResult> RunAsync(WarmupRegistration warmup)
    {
        var start = _clock.GetTimestamp();
        var progress = new Progress(_logger, warmup.Type.Name);
        Exception? failure = null;
        try
        {
            var scope = _scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var context = new CacheWarmupContext(progress, warmup.Options.MaxParallelism, _scopes, _stopping.Token);
                await warmup.Create(scope.ServiceProvider).WarmAsync(context, _stopping.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            failure = exception;
            progress.Broken(exception);
        }

        var duration = _clock.GetElapsedTime(start);
        progress.Over(duration);
        return new CacheWarmupResult(warmup.Type, progress.Done, progress.Failed, duration, failure);
    }
}
