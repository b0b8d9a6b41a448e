namespace CacheGen.Benchmarks.Hits;

/// <summary>What is cached everywhere here: a reference, so that no copy of a large value is measured.</summary>
public sealed record Release(int Id, string Title)
{
    /// <summary>Made once, so that loading costs nothing of its own.</summary>
    public static Release Some { get; } = new(249504, "Never Gonna Give You Up");
}
