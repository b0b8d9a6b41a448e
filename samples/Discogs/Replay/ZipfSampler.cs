namespace Discogs.Replay;

/// <summary>
/// Draws ranks as popularity has them: the n-th most popular thing comes up n^exponent times less often than the first
/// (Zipf's law; web requests are found between 0.6 and 1.2).
/// </summary>
public sealed class ZipfSampler
{
    private readonly double[] _cumulative;
    private readonly Random _random;

    public ZipfSampler(int count, double exponent, Random random)
    {
        _random = random;
        _cumulative = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
            _cumulative[rank] = sum += Math.Pow(rank + 1, -exponent);
    }

    /// <summary>The next rank, from 0.</summary>
    public int Next()
    {
        var found = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return found >= 0 ? found : ~found;
    }
}
