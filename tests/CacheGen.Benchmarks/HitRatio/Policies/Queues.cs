namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>Some queues of keys, linked through arrays; a key is in one of them at most.</summary>
internal sealed class Queues
{
    public const int None = -1;

    private readonly int _universe;
    private readonly int[] _newer;
    private readonly int[] _older;
    private readonly sbyte[] _queue;
    private readonly int[] _counts;

    public Queues(int universe, int count)
    {
        // Each queue is a ring through a node of its own, behind those of the keys.
        _universe = universe;
        _newer = new int[universe + count];
        _older = new int[universe + count];
        _queue = new sbyte[universe + count];
        _counts = new int[count];
        Array.Fill(_queue, (sbyte)None);
        for (var ring = universe; ring < universe + count; ring++)
            _newer[ring] = _older[ring] = ring;
    }

    public int QueueOf(int key) => _queue[key];

    public int Count(int queue) => _counts[queue];

    public int Oldest(int queue) => KeyOrNone(_newer[_universe + queue]);

    public int NextNewer(int key) => KeyOrNone(_newer[key]);

    public void AddNewest(int queue, int key) => Link(queue, key, _universe + queue, _older[_universe + queue]);

    public void AddOldest(int queue, int key) => Link(queue, key, _newer[_universe + queue], _universe + queue);

    public int Remove(int key)
    {
        (_newer[_older[key]], _older[_newer[key]]) = (_newer[key], _older[key]);
        _counts[_queue[key]]--;
        _queue[key] = None;
        return key;
    }

    private void Link(int queue, int key, int newer, int older)
    {
        (_newer[key], _older[key]) = (newer, older);
        _newer[older] = _older[newer] = key;
        _queue[key] = (sbyte)queue;
        _counts[queue]++;
    }

    private int KeyOrNone(int node) => node < _universe ? node : None;
}
