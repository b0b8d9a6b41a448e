namespace CacheGen.Benchmarks.Threads;

/// <summary>Counts of durations, in ticks: 32 steps to each power of two, made beforehand so that counting allocates nothing.</summary>
internal sealed class Histogram
{
    private const int Steps = 32;

    private readonly long[] _counts = new long[64 * Steps];
    private long _total;

    public void Add(long ticks)
    {
        _counts[IndexOf(Math.Max(ticks, 1))]++;
        _total++;
    }

    /// <summary>The least duration that this share of all were not longer than, to 3 %; null where nothing was counted.</summary>
    public long? Percentile(double share)
    {
        var left = (long)Math.Ceiling(_total * share);
        for (var i = 0; i < _counts.Length && _total > 0; i++)
        {
            left -= _counts[i];
            if (left <= 0)
                return LargestIn(i);
        }

        return null;
    }

    private static int IndexOf(long ticks)
    {
        var power = 63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)ticks);
        return (power * Steps) + (int)(((ticks - (1L << power)) * Steps) >> power);
    }

    private static long LargestIn(int index)
    {
        var (power, step) = Math.DivRem(index, Steps);
        return (1L << power) + (((long)(step + 1) << power) / Steps);
    }
}
