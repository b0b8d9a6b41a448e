namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>
/// A count-min sketch of four-bit counters that are all halved after ten times the cache's size of increments, as Caffeine has it
/// (which has left the doorkeeper of the TinyLFU paper out).
/// </summary>
internal sealed class Frequencies(int capacity)
{
    private readonly byte[][] _rows = [.. Enumerable.Range(0, 4).Select(_ => new byte[BitsOf(capacity) * 4])];
    private int _additions;

    public int this[int key]
    {
        get
        {
            var least = 15;
            for (var row = 0; row < 4; row++)
                least = Math.Min(least, _rows[row][Slot(row, key)]);
            return least;
        }
    }

    public void Increment(int key)
    {
        var added = false;
        for (var row = 0; row < 4; row++)
        {
            ref var counter = ref _rows[row][Slot(row, key)];
            if (counter < 15)
            {
                counter++;
                added = true;
            }
        }

        if (added && ++_additions == 10 * capacity)
            Halve();
    }

    private void Halve()
    {
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Length; i++)
                row[i] >>= 1;
        }

        _additions /= 2;
    }

    // Caffeine has 16 counters for each entry, four in each row's part.
    private static int BitsOf(int capacity) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, 64));

    private int Slot(int row, int key) => (int)(new SplitMix(((ulong)row << 32) | (uint)key).Next() & (ulong)(_rows[row].Length - 1));
}
