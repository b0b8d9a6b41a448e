using System.Globalization;
using System.Text.Json.Serialization;

namespace CacheGen.Benchmarks;

/// <summary>One figure, what it should be, and whether it is.</summary>
/// <param name="Name">What was measured, against what, and in which unit.</param>
/// <param name="Value">As measured: a ratio, or nanoseconds, bytes or counts where the name says so. Null: the measurement failed.</param>
/// <param name="Target">For people: <c>"≤ 1.5"</c>; <c>"-"</c> where a figure only stands beside others.</param>
/// <param name="Ok">Whether the value meets the target. What was not measured does not.</param>
public sealed record Measure(
    [property: JsonPropertyName("measure")] string Name,
    [property: JsonPropertyName("value")] double? Value,
    [property: JsonPropertyName("target")] string Target,
    [property: JsonPropertyName("ok")] bool Ok)
{
    /// <summary>A figure that should not be larger.</summary>
    public static Measure AtMost(string name, double? value, double target) => new(name, Rounded(value), Bound("≤", target), value <= target);

    /// <summary>A figure that should not be smaller.</summary>
    public static Measure AtLeast(string name, double? value, double target) => new(name, Rounded(value), Bound("≥", target), value >= target);

    /// <summary>A figure to compare another one with: what the machine does to a plain dictionary, say.</summary>
    public static Measure Beside(string name, double? value) => new(name, Rounded(value), "-", value is not null);

    // Infinities and NaN are no figures, and no JSON either.
    private static double? Rounded(double? value) => value is { } v && double.IsFinite(v) ? Math.Round(v, Math.Abs(v) < 100 ? 3 : 1) : null;

    private static string Bound(string sign, double target) => string.Create(CultureInfo.InvariantCulture, $"{sign} {target:0.###}");
}
