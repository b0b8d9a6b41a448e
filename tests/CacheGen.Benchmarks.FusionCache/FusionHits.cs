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
            // The first is put into FusionCache, the second fetches it to the front.
            _subject.Front(i).AsTask().Wait();
            _subject.Front(i).AsTask().Wait();
            _subject.ByHand(i).AsTask().Wait();
        }
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Track? InProcess()
    {
        Task<Track>? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.InProcess(i);
        return last?.Result;
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
    public Track? Front()
    {
        Track? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.Front(i).Result;
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

    ValueTask<Track> Front(int place);

    ValueTask<Track> ByHand(int place);
}
