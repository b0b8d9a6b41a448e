using CacheGen.Conformance;
using CacheGen.Testing;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CacheGen.Tests.InProcess;

/// <summary>A failure that no caller sees is not lost.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly RecordingLogger _log = new();
    private readonly Catalog _catalog;

    public ReportTests()
    {
        _catalog = new Catalog(MethodCache.CreateInProcess(new CacheGenOptions { TimeProvider = _clock, LoggerFactory = _log }));
    }

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task StaleValueServed_TheFailureIsLoggedWithItsKey()
    {
        await _catalog.FailSafeAsync(7);
        _clock.Advance(TimeSpan.FromMinutes(10));
        _catalog.Source.Fails = new InvalidOperationException("down");
        await _catalog.FailSafeAsync(7);
        var (message, exception) = Assert.Single(_log.Entries);
        Assert.Contains("catalog:failsafe:7", message, StringComparison.Ordinal);
        Assert.Same(_catalog.Source.Fails, exception);
    }

    [Fact]
    public async Task RefreshFails_TheFailureIsLogged()
    {
        await _catalog.RefreshAsync(7);
        _clock.Advance(TimeSpan.FromMinutes(5));
        _catalog.Source.Fails = new InvalidOperationException("down");
        await _catalog.RefreshAsync(7);
        await Eventually.TrueAsync(() => _log.Entries.Count == 1, "the failed refresh is logged");
        Assert.Contains("catalog:refresh:7", _log.Entries[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallerSeesTheFailure_NothingIsLogged()
    {
        _catalog.Source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.PlainAsync(7));
        Assert.Empty(_log.Entries);
    }

    private sealed class RecordingLogger : ILoggerFactory, ILogger
    {
        public List<(string Message, Exception? Exception)> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add((formatter(state, exception), exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
