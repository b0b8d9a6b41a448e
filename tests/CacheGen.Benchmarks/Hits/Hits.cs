using BenchmarkDotNet.Attributes;

namespace CacheGen.Benchmarks.Hits;

/// <summary>
/// Hits for one kind of key. A loop takes what it is given and looks into none of it: to await a task, as to read a value, is its caller's own.
/// </summary>
public abstract class Hits<TSubject>
    where TSubject : struct, ISubject
{
    private TSubject _subject;

    protected abstract TSubject Create();

    [GlobalSetup]
    public void Fill()
    {
        _subject = Create();
        for (var i = 0; i < WorkingSet.Count; i++)
        {
            _subject.Value(i);
            _subject.Task(i).Wait();
            _ = _subject.ValueTask(i).AsTask().Result;
            _subject.MemoryCache(i).Wait();
            _subject.Proxy(i).Wait();
            _subject.LeanProxy(i).Wait();
        }
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Release? Bare()
    {
        Release? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.Bare(i);
        return last;
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Release? Value()
    {
        Release? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.Value(i);
        return last;
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Release? Task()
    {
        Task<Release>? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.Task(i);
        return last?.Result;
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Release? ValueTask()
    {
        Release? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.ValueTask(i).Result;
        return last;
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Release? MemoryCache()
    {
        Task<Release?>? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.MemoryCache(i);
        return last?.Result;
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Release? Proxy()
    {
        Task<Release>? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.Proxy(i);
        return last?.Result;
    }

    [Benchmark(OperationsPerInvoke = WorkingSet.Count)]
    public Release? LeanProxy()
    {
        Task<Release>? last = null;
        for (var i = 0; i < WorkingSet.Count; i++)
            last = _subject.LeanProxy(i);
        return last?.Result;
    }
}
