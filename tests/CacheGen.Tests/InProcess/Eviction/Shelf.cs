using System.Collections.Concurrent;
using CacheGen.InProcess;
using CacheGen.InProcess.Eviction;
using CacheGen.Testing;

namespace CacheGen.Tests.InProcess.Eviction;

/// <summary>The least table that there can be, around a policy.</summary>
internal sealed class Shelf
{
    private readonly ConcurrentDictionary<int, Item> _items = new();

    public Shelf(long maxEntries, long maxBytes = 0)
    {
        var clock = new Clock(Time);
        Policy = new EvictionPolicy(maxEntries, maxBytes, clock);
        Now = () => clock.Now;
    }

    public ManualTimeProvider Time { get; } = new();

    public EvictionPolicy Policy { get; }

    public Func<long> Now { get; }

    public int Count => _items.Count;

    public long Weight => _items.Values.Sum(item => (long)item.Weight);

    /// <summary>How often the policy has looked whether an entry has expired.</summary>
    public long Looks;

    public bool Has(int key) => _items.ContainsKey(key);

    public Item? Find(int key) => _items.GetValueOrDefault(key);

    /// <returns>Whether the key was there.</returns>
    public bool Ask(int key)
    {
        if (_items.TryGetValue(key, out var item))
        {
            item.Touch();
            return true;
        }

        Put(key);
        return false;
    }

    public Item Put(int key, int weight = 1, long expiresAt = long.MaxValue)
    {
        var item = new Item(this, key, weight, expiresAt);
        Item? old = null;
        _items.AddOrUpdate(key, item, (_, there) =>
        {
            old = there;
            return item;
        });
        if (old is null)
            Policy.Added(item);
        else
            Policy.Replaced(old, item);
        return item;
    }

    /// <summary>Not under the policy's lock, as it is where a table removes an entry.</summary>
    public bool TakeOut(Item item) => _items.TryRemove(KeyValuePair.Create(item.Key, item));

    public void Remove(int key)
    {
        if (_items.TryRemove(key, out var item))
            Policy.Left(item);
    }

    internal sealed class Item(Shelf shelf, int key, int weight, long expiresAt) : Evictable
    {
        public int Key => key;

        public override int Fingerprint => key;

        public override int Weight => weight;

        public override bool IsOver(long now)
        {
            Interlocked.Increment(ref shelf.Looks);
            return now >= expiresAt;
        }

        public override bool TryRemove() => shelf.TakeOut(this);
    }
}
