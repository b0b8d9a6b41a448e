namespace CacheGen.Benchmarks.HitRatio;

/// <summary>Keys of which the k-th most popular is asked for in proportion to 1 / k^exponent. Which one that is has nothing to do with its number.</summary>
internal sealed class Zipf
{
    private readonly double[] _upTo;
    private readonly int[] _keys;
    private SplitMix _random;

    public Zipf(int universe, double exponent, ulong seed)
    {
        _random = new SplitMix(seed);
        _keys = [.. Enumerable.Range(0, universe)];
        Shuffle(ref _random, universe);
        _upTo = new double[universe];
        var sum = 0.0;
        for (var rank = 0; rank < universe; rank++)
            _upTo[rank] = sum += Math.Pow(rank + 1, -exponent);
    }

    public int Next()
    {
        var rank = Array.BinarySearch(_upTo, _random.NextDouble() * _upTo[^1]);
        return _keys[Math.Min(rank < 0 ? ~rank : rank, _keys.Length - 1)];
    }

    /// <summary>Each of the <paramref name="moved"/> most popular keys changes its place with any other.</summary>
    public void Shuffle(ref SplitMix random, int moved)
    {
        for (var rank = 0; rank < moved; rank++)
        {
            var other = random.Next(_keys.Length);
            (_keys[rank], _keys[other]) = (_keys[other], _keys[rank]);
        }
    }
}

/// <summary>Steele, Lea and Flood's generator: the same numbers on every version of .NET.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Next(int below) => (int)Math.BigMul(Next(), (ulong)below, out _);

    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));
}
