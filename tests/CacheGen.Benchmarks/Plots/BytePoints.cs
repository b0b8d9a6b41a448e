using CacheGen.Benchmarks.Memory;

namespace CacheGen.Benchmarks.Plots;

/// <summary>What an entry takes as entries grow. Tables double, so it depends on where between two doublings they are.</summary>
internal static class BytePoints
{
    private static readonly int[] s_counts = [1000, 10_000, 100_000, 1_000_000];

    public static Plot Measure(int runs) => new(
        "bytes-by-entries", "Memory, by entries in the cache", "entries with int keys", "bytes per entry above key and value", s_counts,
        [
            new("bare dictionary", [.. s_counts.Select(EntrySizes.OfBare)]),
            new("T", [.. s_counts.Select(count => EntrySizes.Of(count, tasks: false) ?? double.NaN)]),
            new("Task<T>, each hit since", [.. s_counts.Select(count => EntrySizes.Of(count, tasks: true) ?? double.NaN)]),
        ]);
}
