namespace CacheGen.Benchmarks.HitRatio;

/// <summary>What is asked of a cache, in order. Keys are small numbers, so that policies can keep arrays of them.</summary>
internal sealed record Trace(string Name, int[] Keys)
{
    /// <summary>One more than the greatest key.</summary>
    public int Universe { get; } = Keys.Max() + 1;
}
