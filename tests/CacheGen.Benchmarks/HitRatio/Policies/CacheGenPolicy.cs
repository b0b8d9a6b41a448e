using CacheGen.InProcess;
using CacheGen.InProcess.Eviction;

namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>The policy of this library: not a model of it, but what the caches run.</summary>
internal sealed class CacheGenPolicy : Policy
{
    private readonly Entry?[] _table;
    private readonly EvictionPolicy _policy;

    public CacheGenPolicy(int capacity, int universe)
    {
        _table = new Entry?[universe];
        // Everywhere else the seed is a random one; here every run is to be the same.
        _policy = new EvictionPolicy(capacity, 0, new Clock(TimeProvider.System)) { Seed = 6 };
    }

    public override bool Access(int key)
    {
        if (_table[key] is { } entry)
        {
            entry.Touch();
            return true;
        }

        _table[key] = entry = new Entry(_table, key);
        _policy.Added(entry);
        return false;
    }

    private sealed class Entry(Entry?[] table, int key) : Evictable
    {
        public override int Fingerprint => key;

        public override bool IsOver(long now) => false;

        public override bool TryRemove()
        {
            table[key] = null;
            return true;
        }
    }
}
