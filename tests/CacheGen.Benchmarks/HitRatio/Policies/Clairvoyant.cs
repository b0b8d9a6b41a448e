namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>Knows the future: evicts what is asked for last, be it the newcomer (Bélády 1966). Nothing can be better, and nothing can be it.</summary>
internal static class Clairvoyant
{
    public static double HitRatio(Trace trace, int capacity)
    {
        var next = NextUses(trace);
        var nextOf = new int[trace.Universe];
        var cached = new bool[trace.Universe];
        var furthest = new PriorityQueue<int, int>();
        var (hits, count) = (0, 0);
        for (var i = 0; i < next.Length; i++)
        {
            var key = trace.Keys[i];
            nextOf[key] = next[i];
            if (cached[key])
                hits++;
            else
                count++;
            cached[key] = true;
            furthest.Enqueue(key, -next[i]);
            while (count > capacity && furthest.TryDequeue(out var victim, out var use))
            {
                // Older elements of keys that were read since are no more true.
                if (!cached[victim] || nextOf[victim] != -use)
                    continue;
                cached[victim] = false;
                count--;
            }
        }

        return (double)hits / next.Length;
    }

    private static int[] NextUses(Trace trace)
    {
        var next = new int[trace.Keys.Length];
        var later = new int[trace.Universe];
        Array.Fill(later, int.MaxValue);
        for (var i = next.Length - 1; i >= 0; i--)
            (next[i], later[trace.Keys[i]]) = (later[trace.Keys[i]], i);
        return next;
    }
}
