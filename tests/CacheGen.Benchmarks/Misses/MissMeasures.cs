using CacheGen.Benchmarks.Running;

namespace CacheGen.Benchmarks.Misses;

/// <summary>What a call that loads costs more than the load.</summary>
internal static class MissMeasures
{
    private static readonly (string Benchmark, string Shape)[] s_shapes = [("Value", "T"), ("Task", "Task<T>"), ("ValueTask", "ValueTask<T>")];

    public static Type[] Loops => [typeof(Sources), typeof(FullMisses)];

    public static Type[] Once => [typeof(ColdMisses), typeof(Stampedes)];

    public static IEnumerable<Measure> Of(Results results) =>
    [
        .. s_shapes.Select(shape => Measure.AtMost(
            $"miss, {shape.Shape}: ns added to its source", results.Added((typeof(ColdMisses), shape.Benchmark), (typeof(Sources), shape.Benchmark)), 400)),
        .. s_shapes.Select(shape => Measure.AtMost(
            $"miss, {shape.Shape}: bytes added to its source", results.BytesAdded((typeof(ColdMisses), shape.Benchmark), (typeof(Sources), shape.Benchmark)), 400)),
        Measure.Beside("miss of a full cache, evicting, Task<T>: ns", results.Added((typeof(FullMisses), "Task"), (typeof(Sources), "Task"))),
        Measure.Beside("miss of a full cache, evicting, Task<T>: bytes", results.BytesAdded((typeof(FullMisses), "Task"), (typeof(Sources), "Task"))),
        Measure.AtMost($"{Stampedes.Callers:N0} callers on one cold key: loads", Stampedes.MostLoads, 1),
        Measure.AtMost(
            $"{Stampedes.Callers:N0} callers on one cold key: ns added per caller",
            results.Added((typeof(Stampedes), nameof(Stampedes.OneKey)), (typeof(Stampedes), nameof(Stampedes.OneTask))), 200),
    ];
}
