namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>
/// As CLOCK, but what is passed stays in its place, so that newcomers and what has proved itself are apart (Zhang and others, NSDI 2024).
/// </summary>
internal sealed class Sieve(int capacity, int universe) : Policy
{
    private readonly Queues _queue = new(universe, 1);
    private readonly bool[] _visited = new bool[universe];
    private int _hand = Queues.None;

    public override bool Access(int key)
    {
        if (_queue.QueueOf(key) == 0)
            return _visited[key] = true;
        if (_queue.Count(0) == capacity)
            Evict();
        _queue.AddNewest(0, key);
        return false;
    }

    private void Evict()
    {
        var victim = _hand == Queues.None ? _queue.Oldest(0) : _hand;
        while (_visited[victim])
        {
            _visited[victim] = false;
            victim = _queue.NextNewer(victim);
            if (victim == Queues.None)
                victim = _queue.Oldest(0);
        }

        _hand = _queue.NextNewer(victim);
        _queue.Remove(victim);
    }
}
