using CacheGen.Testing;

namespace CacheGen.Conformance;

/// <summary>An engine that the suite is run against.</summary>
public interface IEngineUnderTest
{
    MethodCache Create(CacheGenOptions options);
}

/// <summary>What the parts of the suite share: an engine, a clock that the test moves, and the service.</summary>
public abstract class ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly ManualTimeProvider _clock = new();

    protected ConformanceTests()
    {
        Cache = new TEngine().Create(new CacheGenOptions { TimeProvider = _clock, KeyPrefix = "test" });
        Catalog = new Catalog(Cache);
    }

    protected MethodCache Cache { get; }

    protected Catalog Catalog { get; }

    protected ScriptedSource Source => Catalog.Source;

    protected static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);

    protected static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);

    protected void Advance(TimeSpan by) => _clock.Advance(by);
}
