using CacheGen.Benchmarks.Running;

namespace CacheGen.Benchmarks.Hits;

/// <summary>Hits beside FusionCache by hand. Empty where FusionCache is on no package source.</summary>
internal static class FusionMeasures
{
#if FUSIONCACHE
    private static readonly (Type Type, string Key)[] s_keys =
    [
        (typeof(Fusion.FusionIntHits), "int"), (typeof(Fusion.FusionStringHits), "string"),
        (typeof(Fusion.FusionGuidHits), "Guid"), (typeof(Fusion.FusionSearchHits), "(string, int, string)"),
    ];
#else
    private static readonly (Type Type, string Key)[] s_keys = [];
#endif

    public static IEnumerable<Type> Types => s_keys.Select(key => key.Type);

    public static IEnumerable<Measure> Of(Results results) =>
    [
        .. s_keys.Select(key => Measure.AtLeast(
            $"hit, {key.Key}: FusionCache.GetOrSetAsync by hand / Task<T>", results.Ratio((key.Type, "ByHand"), (key.Type, "InProcess")), 18)),
        .. s_keys.Select(key => Measure.AtMost(
            $"hit on FusionCache, {key.Key}: time / GetOrSetAsync by hand", results.Ratio((key.Type, "Engine"), (key.Type, "ByHand")), 0.7)),
        .. s_keys.Select(key => Measure.AtMost(
            $"hit on FusionCache behind a front, {key.Key}: time / GetOrSetAsync by hand", results.Ratio((key.Type, "Front"), (key.Type, "ByHand")), 0.7)),
        .. s_keys.Select(key => Measure.Beside(
            $"hit on FusionCache behind a front, {key.Key}: time / hit in process, Task<T>", results.Ratio((key.Type, "Front"), (key.Type, "InProcess")))),
        .. s_keys.Select(key => Measure.AtMost(
            $"hit on FusionCache, {key.Key}: bytes / GetOrSetAsync by hand", results.BytesRatio((key.Type, "Engine"), (key.Type, "ByHand")), 1 / 3.0)),
    ];
}
