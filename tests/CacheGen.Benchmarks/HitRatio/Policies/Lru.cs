namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>Evicts what has not been read for longest; or, as first in, first out, what was added first.</summary>
internal sealed class Lru(int capacity, int universe, bool movesOnHit = true) : Policy
{
    private readonly Queues _queues = new(universe, 1);

    public override bool Access(int key)
    {
        var isHit = _queues.QueueOf(key) == 0;
        if (isHit && !movesOnHit)
            return true;
        if (isHit)
            _queues.Remove(key);
        else if (_queues.Count(0) == capacity)
            _queues.Remove(_queues.Oldest(0));
        _queues.AddNewest(0, key);
        return isHit;
    }
}
