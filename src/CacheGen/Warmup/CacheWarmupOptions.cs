namespace CacheGen;

/// <summary>How a warm-up runs.</summary>
public sealed class CacheWarmupOptions
{
    /// <summary>How many of its calls run at a time. 4.</summary>
    public int MaxParallelism { get; set; } = 4;

    /// <summary>Whether it runs when the application starts. False: on demand only. True.</summary>
    public bool AtStart { get; set; } = true;

    internal void Validate(Type warmup)
    {
        if (MaxParallelism < 1)
            throw new ArgumentException($"CacheWarmupOptions.MaxParallelism of {warmup.Name} is {MaxParallelism}: it must be at least 1.");
    }
}
