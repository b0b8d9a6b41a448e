using CacheGen.Benchmarks.Running;

namespace CacheGen.Benchmarks.Hits;

/// <summary>What hits cost beside a dictionary, code by hand and a proxy.</summary>
internal static class HitMeasures
{
    private static readonly (Type Type, string Key)[] s_keys =
        [(typeof(IntHits), "int"), (typeof(StringHits), "string"), (typeof(GuidHits), "Guid"), (typeof(SearchHits), "(string, int, string)")];

    private static readonly (string Benchmark, string Shape)[] s_shapes = [("Value", "T"), ("Task", "Task<T>"), ("ValueTask", "ValueTask<T>")];

    public static Type[] Types => [.. s_keys.Select(key => key.Type), typeof(LargeHits)];

    public static IEnumerable<Measure> Of(Results results) =>
    [
        .. from key in s_keys
           from shape in s_shapes
           select Measure.AtMost($"hit, {key.Key}, {shape.Shape}: time / bare dictionary", results.Ratio((key.Type, shape.Benchmark), (key.Type, "Bare")), 1.5),
        Measure.AtMost("hit, the worst of these: bytes", Worst(results), 0),
        .. s_keys.Select(key => Measure.AtLeast(
            $"hit, {key.Key}: IMemoryCache.GetOrCreateAsync by hand / Task<T>", results.Ratio((key.Type, "MemoryCache"), (key.Type, "Task")), 6)),
        .. s_keys.Select(key => Measure.AtLeast(
            $"hit, {key.Key}: Castle.Core interceptor / Task<T>", results.Ratio((key.Type, "Proxy"), (key.Type, "Task")), 25)),
        Measure.Beside("hit, int: Castle.Core interceptor that reads attributes only once / Task<T>", results.Ratio((typeof(IntHits), "LeanProxy"), (typeof(IntHits), "Task"))),
        Measure.Beside("hit, int, Task<T>: ns", results.Nanoseconds((typeof(IntHits), "Task"))),
        Measure.Beside($"hit, one of {WorkingSet.Large:N0} ints, Task<T>: time / bare dictionary", results.Ratio((typeof(LargeHits), "Task"), (typeof(LargeHits), "Bare"))),
    ];

    private static double? Worst(Results results)
    {
        var bytes = (from key in s_keys from shape in s_shapes select results.Bytes((key.Type, shape.Benchmark))).ToArray();
        return bytes.Contains(null) ? null : bytes.Max();
    }
}
