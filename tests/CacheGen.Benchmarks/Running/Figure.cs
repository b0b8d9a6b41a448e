namespace CacheGen.Benchmarks.Running;

/// <summary>What BenchmarkDotNet measured of one benchmark.</summary>
/// <param name="Nanoseconds">Of one operation.</param>
/// <param name="Bytes">Allocated by one operation, on whichever thread.</param>
internal readonly record struct Figure(double Nanoseconds, double Bytes)
{
    public static Figure? Best(Figure? one, Figure? other) => one is { } a && other is { } b
        ? new Figure(Math.Min(a.Nanoseconds, b.Nanoseconds), Math.Min(a.Bytes, b.Bytes))
        : null;
}
