namespace CacheGen.Benchmarks.Memory;

/// <summary>What entries take.</summary>
internal static class MemoryMeasures
{
    private const int Entries = 1_000_000;

    public static IEnumerable<Measure> Of() =>
    [
        Measure.AtMost($"{Entries:N0} int keys, T: bytes per entry above key and value", EntrySizes.Of(Entries, tasks: false), 150),
        Measure.AtMost($"{Entries:N0} int keys, Task<T>, each hit since: bytes per entry above key and value", EntrySizes.Of(Entries, tasks: true), 150),
    ];
}
