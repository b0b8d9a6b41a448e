namespace CacheGen.Benchmarks.Running;

/// <summary>What BenchmarkDotNet measured of one benchmark in one round.</summary>
/// <param name="Nanoseconds">Of one operation, in the best iteration: what else runs on the machine only adds.</param>
/// <param name="Bytes">Allocated by one operation, on whichever thread.</param>
internal readonly record struct Figure(double Nanoseconds, double Bytes);
