namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>First in, first out, with a second chance for what was read since (Corbató 1968).</summary>
internal sealed class ClockPolicy(int capacity, int universe) : Policy
{
    private readonly Queues _queues = new(universe, 1);
    private readonly bool[] _visited = new bool[universe];

    public override bool Access(int key)
    {
        if (_queues.QueueOf(key) == 0)
            return _visited[key] = true;
        while (_queues.Count(0) == capacity)
        {
            var oldest = _queues.Remove(_queues.Oldest(0));
            if (_visited[oldest])
                _queues.AddNewest(0, oldest);
            _visited[oldest] = false;
        }

        _queues.AddNewest(0, key);
        return false;
    }
}
