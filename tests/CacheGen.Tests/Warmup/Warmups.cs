using System.Collections.Concurrent;
using System.Threading.Channels;
using CacheGen.Conformance;
using Microsoft.Extensions.Logging;

namespace CacheGen.Tests.Warmup;

/// <summary>What the warm-ups of the tests do.</summary>
public sealed class Script
{
    private readonly Channel<TaskCompletionSource> _held = Channel.CreateUnbounded<TaskCompletionSource>();
    private int _calls;
    private int _underWay;
    private int _most;

    public bool Holds { get; set; }

    public Func<int, bool> Fails { get; set; } = _ => false;

    public Exception? Breaks { get; set; }

    public Action? OnRun { get; set; }

    public int Runs { get; private set; }

    public int Calls => Volatile.Read(ref _calls);

    public int MostAtATime => Volatile.Read(ref _most);

    public ConcurrentBag<Unit> Units { get; } = [];

    public Task<TaskCompletionSource> NextAsync() => _held.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Patience);

    public void Begin()
    {
        Runs++;
        OnRun?.Invoke();
        if (Breaks is { } failure)
            throw failure;
    }

    public async Task CallAsync(int id, CancellationToken ct)
    {
        Interlocked.Increment(ref _calls);
        var underWay = Interlocked.Increment(ref _underWay);
        lock (_held)
            _most = Math.Max(_most, underWay);
        try
        {
            if (Holds)
            {
                var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _held.Writer.TryWrite(held);
                await held.Task.WaitAsync(ct);
            }

            if (Fails(id))
                throw new InvalidOperationException($"{id} is down");
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}

/// <summary>Twenty ids.</summary>
public sealed class Releases(Script script, Catalog catalog) : ICacheWarmup
{
    public Task WarmAsync(CacheWarmupContext context, CancellationToken cancellationToken)
    {
        script.Begin();
        return context.ForEachAsync(Enumerable.Range(1, 20), async (id, ct) =>
        {
            await script.CallAsync(id, ct);
            await catalog.PlainAsync(id, ct);
        });
    }
}

/// <summary>One call.</summary>
public sealed class OneCall(Catalog catalog) : ICacheWarmup
{
    public Task WarmAsync(CacheWarmupContext context, CancellationToken cancellationToken) =>
        context.RunAsync("the one", ct => catalog.PlainAsync(1, ct));
}

/// <summary>A service of a scope.</summary>
public sealed class Unit(Script script)
{
    public Task CallAsync(int id, CancellationToken ct)
    {
        script.Units.Add(this);
        return script.CallAsync(id, ct);
    }
}

/// <summary>A scope for each of five calls.</summary>
public sealed class Scoped : ICacheWarmup
{
    public Task WarmAsync(CacheWarmupContext context, CancellationToken cancellationToken) =>
        context.ForEachAsync([1, 2, 3, 4, 5], (Unit unit, int id, CancellationToken ct) => unit.CallAsync(id, ct));
}

/// <summary>Ids of which nobody knows how many there are, and a method group of each kind.</summary>
public sealed class Unnumbered(Catalog catalog) : ICacheWarmup
{
    public async Task WarmAsync(CacheWarmupContext context, CancellationToken cancellationToken)
    {
        await context.ForEachAsync(IdsAsync(), catalog.PlainAsync);
        await context.ForEachAsync(Enumerable.Range(1, 50), catalog.PlainAsync);
        await context.ForEachAsync(Enumerable.Range(1, 50), catalog.ValueTaskAsync);
    }

    private static async IAsyncEnumerable<int> IdsAsync()
    {
        for (var id = 1; id <= 150; id++)
        {
            await Task.Yield();
            yield return id;
        }
    }
}

/// <summary>What was logged.</summary>
public sealed class RecordedLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = new();

    public IEnumerable<string> Entries => _entries.Select(entry => entry.Text);

    public bool Has(string text) => Entries.Any(entry => entry.Contains(text, StringComparison.Ordinal));

    public int Count(LogLevel level) => _entries.Count(entry => entry.Level == level);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
