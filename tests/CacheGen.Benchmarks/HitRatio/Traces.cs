namespace CacheGen.Benchmarks.HitRatio;

/// <summary>The traces, each from a seed of its own, so that every run is the same one.</summary>
internal static class Traces
{
    /// <summary>Different keys of the Zipf traces.</summary>
    public const int Universe = 100_000;

    /// <summary>Those that are the same whatever the cache's size.</summary>
    public static IEnumerable<Func<int, Trace>> Fixed =>
    [
        length => Zipf(0.7, length),
        length => Zipf(0.9, length),
        length => Zipf(1.1, length),
        length => Scans("scan, short", length, every: 5_000, scan: 500),
        length => Scans("scan, long", length, every: 50_000, scan: 20_000),
        length => Shifting("shift, drifting", length, every: 1_000, moved: 100),
        length => Shifting("shift, new each 200,000", length, every: 200_000, moved: Universe),
        length => Shifting("shift, new each 100,000", length, every: 100_000, moved: Universe),
    ];

    /// <summary>
    /// The whole ranking is another one when a large cache has been filled a few times, or not even once. What is cached then is worth nothing,
    /// however often it was read, so that nothing can be much better than LRU, and what learns from the past at all may be a little worse.
    /// </summary>
    public static IEnumerable<Func<int, Trace>> Fickle =>
    [
        length => Shifting("shift, new each 50,000", length, every: 50_000, moved: Universe),
        length => Shifting("shift, new each 20,000", length, every: 20_000, moved: Universe),
    ];

    /// <summary>Loops are longer than the cache, whatever its size.</summary>
    public static IEnumerable<Func<int, int, Trace>> Loops =>
    [
        (length, cache) => Loop("loop, 1.1 times the cache", length, cache * 11 / 10),
        (length, cache) => Loop("loop, twice the cache", length, cache * 2),
        (length, cache) => Loop("loop, 10 times the cache", length, cache * 10),
    ];

    private static Trace Zipf(double exponent, int length)
    {
        var zipf = new Zipf(Universe, exponent, seed: 1);
        return new Trace(FormattableString.Invariant($"Zipf {exponent:0.0}"), Many(length, _ => zipf.Next()));
    }

    private static Trace Loop(string name, int length, int loop) => new(name, Many(length, i => i % loop));

    /// <summary>A popular set that is read all the time, and now and then a run of keys that are read once and never again.</summary>
    private static Trace Scans(string name, int length, int every, int scan)
    {
        var zipf = new Zipf(Universe, 0.9, seed: 2);
        var fresh = Universe;
        return new Trace(name, Many(length, i => i % every < scan ? fresh++ : zipf.Next()));
    }

    /// <summary>Every so many requests some of the most popular keys, or all, are no more popular than others, and others are in their place.</summary>
    private static Trace Shifting(string name, int length, int every, int moved)
    {
        var zipf = new Zipf(Universe, 0.9, seed: 3);
        var random = new SplitMix(4);
        return new Trace(name, Many(length, i =>
        {
            if (i > 0 && i % every == 0)
                zipf.Shuffle(ref random, moved);
            return zipf.Next();
        }));
    }

    private static int[] Many(int length, Func<int, int> next)
    {
        var keys = new int[length];
        for (var i = 0; i < length; i++)
            keys[i] = next(i);
        return keys;
    }
}
