using CacheGen.Benchmarks.Hits;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Benchmarks.Fusion;

/// <summary>Hits by an int.</summary>
public class FusionIntHits : FusionHits<FusionIntSubject>
{
    protected override FusionIntSubject Create() => new(new Caches());
}

/// <summary>Hits by a string.</summary>
public class FusionStringHits : FusionHits<FusionStringSubject>
{
    protected override FusionStringSubject Create() => new(new Caches());
}

/// <summary>Hits by a Guid.</summary>
public class FusionGuidHits : FusionHits<FusionGuidSubject>
{
    protected override FusionGuidSubject Create() => new(new Caches());
}

/// <summary>Hits by two strings and an int.</summary>
public class FusionSearchHits : FusionHits<FusionSearchSubject>
{
    protected override FusionSearchSubject Create() => new(new Caches());
}

/// <summary>One catalog in each cache, by hand and marked.</summary>
internal sealed class Caches
{
    public Catalog InProcess { get; } = new(MethodCache.CreateInProcess());

    public FusionCatalog Engine { get; } = new(NewFusionCache().AsMethodCache(new CacheGenOptions()));

    public FrontCatalog Front { get; } = new(NewFusionCache().AsMethodCache(new CacheGenOptions(), new FusionEngineOptions { FrontWindow = TimeSpan.FromMinutes(1) }));

    public HandWritten ByHand { get; } = new(NewFusionCache());

    private static FusionCache NewFusionCache() =>
        new(new FusionCacheOptions { DefaultEntryOptions = new FusionCacheEntryOptions(TimeSpan.FromHours(1)) });
}

/// <summary>The calls with an int.</summary>
public readonly struct FusionIntSubject : IFusionSubject
{
    private readonly int[] _keys = WorkingSet.Ints;
    private readonly Caches _caches;

    internal FusionIntSubject(Caches caches) => _caches = caches;

    public Task<Track> InProcess(int place) => _caches.InProcess.GetAsync(_keys[place]);

    public ValueTask<Track> Engine(int place) => _caches.Engine.GetAsync(_keys[place]);

    public ValueTask<Track> Front(int place) => _caches.Front.GetAsync(_keys[place]);

    public ValueTask<Track> ByHand(int place) => _caches.ByHand.GetAsync(_keys[place]);
}

/// <summary>The calls with a string.</summary>
public readonly struct FusionStringSubject : IFusionSubject
{
    private readonly string[] _keys = WorkingSet.Strings;
    private readonly Caches _caches;

    internal FusionStringSubject(Caches caches) => _caches = caches;

    public Task<Track> InProcess(int place) => _caches.InProcess.NamedAsync(_keys[place]);

    public ValueTask<Track> Engine(int place) => _caches.Engine.NamedAsync(_keys[place]);

    public ValueTask<Track> Front(int place) => _caches.Front.NamedAsync(_keys[place]);

    public ValueTask<Track> ByHand(int place) => _caches.ByHand.NamedAsync(_keys[place]);
}

/// <summary>The calls with a Guid.</summary>
public readonly struct FusionGuidSubject : IFusionSubject
{
    private readonly Guid[] _keys = WorkingSet.Guids;
    private readonly Caches _caches;

    internal FusionGuidSubject(Caches caches) => _caches = caches;

    public Task<Track> InProcess(int place) => _caches.InProcess.OrderedAsync(_keys[place]);

    public ValueTask<Track> Engine(int place) => _caches.Engine.OrderedAsync(_keys[place]);

    public ValueTask<Track> Front(int place) => _caches.Front.OrderedAsync(_keys[place]);

    public ValueTask<Track> ByHand(int place) => _caches.ByHand.OrderedAsync(_keys[place]);
}

/// <summary>The calls with two strings and an int.</summary>
public readonly struct FusionSearchSubject : IFusionSubject
{
    private readonly (string Query, int Page, string Sort)[] _keys = WorkingSet.Searches;
    private readonly Caches _caches;

    internal FusionSearchSubject(Caches caches) => _caches = caches;

    public Task<Track> InProcess(int place) => _caches.InProcess.SearchAsync(_keys[place].Query, _keys[place].Page, _keys[place].Sort);

    public ValueTask<Track> Engine(int place) => _caches.Engine.SearchAsync(_keys[place].Query, _keys[place].Page, _keys[place].Sort);

    public ValueTask<Track> Front(int place) => _caches.Front.SearchAsync(_keys[place].Query, _keys[place].Page, _keys[place].Sort);

    public ValueTask<Track> ByHand(int place) => _caches.ByHand.SearchAsync(_keys[place].Query, _keys[place].Page, _keys[place].Sort);
}
