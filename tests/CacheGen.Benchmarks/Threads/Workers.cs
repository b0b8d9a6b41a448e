namespace CacheGen.Benchmarks.Threads;

/// <summary>
/// Threads that stay, and are awake when a measurement begins: to start or wake one takes as long as thousands of hits. The calling thread
/// is the first of them.
/// </summary>
internal sealed class Workers : IDisposable
{
    private readonly SemaphoreSlim[] _wakes;
    private Action<int> _work = _ => { };
    private int _threads;
    private bool _areReady;
    private volatile bool _go;
    private volatile bool _isOver;
    private volatile int _waiting;
    private volatile int _working;

    public Workers(int threads)
    {
        _wakes = [.. Enumerable.Range(1, threads - 1).Select(_ => new SemaphoreSlim(0))];
        for (var i = 0; i < _wakes.Length; i++)
        {
            var worker = i + 1;
            new Thread(() => Run(worker, _wakes[worker - 1])) { IsBackground = true, Name = $"worker {worker}" }.Start();
        }
    }

    /// <summary>Wakes the threads; they spin until they have something to do.</summary>
    public void Ready()
    {
        if (_areReady)
            return;
        _areReady = true;
        _go = false;
        _waiting = 0;
        foreach (var wake in _wakes)
            wake.Release();
        SpinUntil(() => _waiting == _wakes.Length);
    }

    /// <summary>Does the work on so many threads at once, each told its number.</summary>
    public void Run(int threads, Action<int> work)
    {
        Ready();
        _areReady = false;
        _work = work;
        _threads = threads;
        _working = _wakes.Length;
        _go = true;
        work(0);
        SpinUntil(() => _working == 0);
    }

    public void Dispose()
    {
        _isOver = true;
        foreach (var wake in _wakes)
            wake.Release();
        _go = true;
    }

    private void Run(int worker, SemaphoreSlim wake)
    {
        while (true)
        {
            wake.Wait();
            Interlocked.Increment(ref _waiting);
            SpinUntil(() => _go);
            if (_isOver)
                return;
            if (worker < _threads)
                _work(worker);
            Interlocked.Decrement(ref _working);
        }
    }

    // Yields to who wants the processor, and never sleeps.
    private static void SpinUntil(Func<bool> condition)
    {
        var spin = new SpinWait();
        while (!condition())
            spin.SpinOnce(sleep1Threshold: -1);
    }
}
