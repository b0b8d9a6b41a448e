namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>A cache of so many keys under some policy, as its authors published it.</summary>
internal abstract class Policy
{
    /// <summary>Asks for a key, which is there afterwards, unless the policy does not admit it.</summary>
    /// <returns>Whether it was there before.</returns>
    public abstract bool Access(int key);

    public static double HitRatio(Policy policy, Trace trace)
    {
        var hits = 0;
        foreach (var key in trace.Keys)
            hits += policy.Access(key) ? 1 : 0;
        return (double)hits / trace.Keys.Length;
    }
}
