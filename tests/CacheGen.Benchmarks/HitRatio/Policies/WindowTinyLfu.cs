namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>
/// Newcomers pass a small LRU window; into the main part, a segmented LRU, comes only what is asked for more often than what would
/// have to leave (Einziger, Friedman and Manes 2017). The window's size climbs towards the better hit ratio, as Caffeine's does.
/// </summary>
internal sealed class WindowTinyLfu : Policy
{
    private const int Window = 0;
    private const int Probation = 1;
    private const int Protected = 2;
    private const int WarmCandidate = 6;

    private readonly int _capacity;
    private readonly Queues _queues;
    private readonly Frequencies _frequencies;
    private readonly HillClimber? _climber;
    private SplitMix _random = new(5);
    private int _windowSize;
    private int _protectedSize;

    public WindowTinyLfu(int capacity, int universe, bool isAdaptive)
    {
        _capacity = capacity;
        _queues = new Queues(universe, 3);
        _frequencies = new Frequencies(capacity);
        _windowSize = Math.Max(1, capacity - (int)(capacity * 0.99));
        _protectedSize = (int)((capacity - _windowSize) * 0.8);
        _climber = isAdaptive ? new HillClimber(capacity) : null;
    }

    private int Count => _queues.Count(Window) + _queues.Count(Probation) + _queues.Count(Protected);

    public override bool Access(int key)
    {
        var wasFull = Count >= _capacity;
        var queue = _queues.QueueOf(key);
        _frequencies.Increment(key);
        if (queue == Queues.None)
        {
            _queues.AddNewest(Window, key);
            EvictFromWindow();
        }
        else
        {
            _queues.Remove(key);
            _queues.AddNewest(queue == Window ? Window : Protected, key);
            Demote();
        }

        if (wasFull && _climber is not null)
            Resize(_climber.Observe(queue != Queues.None));
        return queue != Queues.None;
    }

    private void EvictFromWindow()
    {
        if (_queues.Count(Window) <= _windowSize)
            return;
        var candidate = _queues.Remove(_queues.Oldest(Window));
        if (Count < _capacity)
        {
            _queues.AddNewest(Probation, candidate);
            return;
        }

        var victim = _queues.Oldest(Probation);
        if (victim == Queues.None)
            victim = _queues.Oldest(Protected);
        if (victim == Queues.None || !Admits(candidate, victim))
            return;
        _queues.Remove(victim);
        _queues.AddNewest(Probation, candidate);
    }

    private bool Admits(int candidate, int victim) =>
        _frequencies[candidate] > _frequencies[victim] || (_frequencies[candidate] >= WarmCandidate && _random.Next(128) == 0);

    private void Demote()
    {
        while (_queues.Count(Protected) > _protectedSize)
            _queues.AddNewest(Probation, _queues.Remove(_queues.Oldest(Protected)));
    }

    private void Resize(int step)
    {
        step = Math.Clamp(step, -_windowSize + 1, _protectedSize);
        _windowSize += step;
        _protectedSize -= step;
        Demote();
        for (; step > 0 && _queues.Count(Probation) > 0; step--)
            _queues.AddNewest(Window, _queues.Remove(_queues.Oldest(Probation)));
        while (_queues.Count(Window) > _windowSize)
            _queues.AddOldest(Probation, _queues.Remove(_queues.Oldest(Window)));
    }
}
