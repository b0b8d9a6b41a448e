using BenchmarkDotNet.Attributes;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Fusion;

/// <summary>Hits for one kind of key, on both engines and by hand. The loops are those of the other hits.</summary>
public abstract class FusionHits<TSubject>
    where TSubject : struct, IFusionSubject
{
    private TSubject _subject;

    protected abstract TSubject Create();

    [GlobalSetup]
    public void Fill()
    {
        _subject = Create();
        for (var i = 0; i < WorkingSet.Count; i++)
        {
            _subject.InProcess(i).Wait();
            _subject.Engine(i).AsTask().Wait();
            _subject.ByHand(i).AsTask().Wait();
        }
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Track? InProcess()
    {
        Track? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.InProcess(i).Result;
        return last;
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Track? Engine()
    {
        Track? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.Engine(i).Result;
        return last;
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Track? ByHand()
    {
        Track? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.ByHand(i).Result;
        return last;
    }
}

/// <summary>The calls for one kind of key, by the key's place in the working set; structs, so that they are inlined into the loops.</summary>
public interface IFusionSubject
{
    Task<Track> InProcess(int place);

    ValueTask<Track> Engine(int place);

    ValueTask<Track> ByHand(int place);
}
