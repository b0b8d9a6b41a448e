namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>
/// A small queue for newcomers, a main one for what was read there or comes back soon, a ghost queue of what left the small one
/// (Yang and others, SOSP 2023). Sizes and the threshold of two reads are those of the authors' library.
/// </summary>
internal sealed class S3Fifo(int capacity, int universe) : Policy
{
    private const int Small = 0;
    private const int Main = 1;
    private const int Ghost = 2;
    private const int PromotedFrom = 2;

    private readonly Queues _queues = new(universe, 3);
    private readonly byte[] _frequency = new byte[universe];
    private readonly int _smallSize = Math.Max(1, capacity / 10);
    private readonly int _mainSize = capacity - Math.Max(1, capacity / 10);
    private readonly int _ghostSize = capacity * 9 / 10;

    public override bool Access(int key)
    {
        var queue = _queues.QueueOf(key);
        if (queue is Small or Main)
        {
            _frequency[key] = (byte)Math.Min(_frequency[key] + 1, 3);
            return true;
        }

        if (queue == Ghost)
            _queues.Remove(key);
        while (_queues.Count(Small) + _queues.Count(Main) >= capacity)
        {
            if (_queues.Count(Main) > _mainSize || _queues.Count(Small) == 0)
                EvictFromMain();
            else
                EvictFromSmall();
        }

        _frequency[key] = 0;
        _queues.AddNewest(queue == Ghost ? Main : Small, key);
        return false;
    }

    private void EvictFromSmall()
    {
        while (_queues.Count(Small) > 0)
        {
            var oldest = _queues.Remove(_queues.Oldest(Small));
            if (_frequency[oldest] >= PromotedFrom)
            {
                _queues.AddNewest(Main, oldest);
                continue;
            }

            _queues.AddNewest(Ghost, oldest);
            if (_queues.Count(Ghost) > _ghostSize)
                _queues.Remove(_queues.Oldest(Ghost));
            return;
        }
    }

    private void EvictFromMain()
    {
        while (true)
        {
            var oldest = _queues.Remove(_queues.Oldest(Main));
            if (_frequency[oldest] == 0)
                return;
            _frequency[oldest]--;
            _queues.AddNewest(Main, oldest);
        }
    }
}
