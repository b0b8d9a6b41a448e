namespace CacheGen.Benchmarks.Threads;

/// <summary>
/// Threads that stay, so that none is started within a measurement. The calling thread is the first of them; waking the others is part of
/// what is measured, and small beside the milliseconds that each works.
/// </summary>
internal sealed class Workers : IDisposable
{
    private readonly SemaphoreSlim[] _starts;
    private readonly CountdownEvent _working = new(1);
    private Action<int> _work = _ => { };
    private volatile bool _isOver;

    public Workers(int threads)
    {
        _starts = [.. Enumerable.Range(1, threads - 1).Select(_ => new SemaphoreSlim(0))];
        for (var i = 0; i < _starts.Length; i++)
        {
            var worker = i + 1;
            new Thread(() => Run(worker, _starts[worker - 1])) { IsBackground = true, Name = $"worker {worker}" }.Start();
        }
    }

    /// <summary>Does the work on so many threads at once, each told its number.</summary>
    public void Run(int threads, Action<int> work)
    {
        _work = work;
        _working.Reset(threads);
        for (var worker = 1; worker < threads; worker++)
            _starts[worker - 1].Release();
        work(0);
        _working.Signal();
        _working.Wait();
    }

    public void Dispose()
    {
        _isOver = true;
        foreach (var start in _starts)
            start.Release();
    }

    private void Run(int worker, SemaphoreSlim start)
    {
        for (start.Wait(); !_isOver; start.Wait())
        {
            _work(worker);
            _working.Signal();
        }
    }
}
