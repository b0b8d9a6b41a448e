using CacheGen.Testing;

namespace CacheGen.Conformance;

/// <summary>An engine that the suite is run against.</summary>
public interface IEngineUnderTest : IDisposable
{
    /// <summary>How near to the end of a lifetime a test may go: where the clock stands still, a millisecond.</summary>
    TimeSpan Precision => TimeSpan.FromMilliseconds(1);

    /// <summary>Whether it can tell how many entries it keeps for each method.</summary>
    bool CountsEntries => true;

    MethodCache Create(CacheGenOptions options);

    /// <summary>For engines that do not read <see cref="CacheGenOptions.TimeProvider"/>: makes all they keep that much older.</summary>
    void Age(TimeSpan by)
    {
    }
}

/// <summary>What the parts of the suite share: an engine, a clock that the test moves, and the service.</summary>
public abstract class ConformanceTests<TEngine> : IDisposable
    where TEngine : IEngineUnderTest, new()
{
    private readonly ManualTimeProvider _clock = new();

    protected ConformanceTests()
    {
        Cache = Engine.Create(new CacheGenOptions { TimeProvider = _clock, KeyPrefix = "test" });
        Catalog = new Catalog(Cache);
    }

    protected TEngine Engine { get; } = new();

    /// <summary>For tests that make a cache of their own, with other options.</summary>
    protected TimeProvider Clock => _clock;

    protected MethodCache Cache { get; }

    protected Catalog Catalog { get; }

    protected ScriptedSource Source => Catalog.Source;

    protected TimeSpan Precision => Engine.Precision;

    protected static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);

    protected static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);

    protected void Advance(TimeSpan by)
    {
        Engine.Age(by);
        _clock.Advance(by);
    }

    public void Dispose()
    {
        Engine.Dispose();
        GC.SuppressFinalize(this);
    }
}
