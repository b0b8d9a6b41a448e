namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Durations as one would write them in an attribute.</summary>
internal static class DurationText
{
    private static readonly (string Name, long Ticks)[] s_units =
    [
        ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond), ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>"1h30m"; less than a millisecond is rounded up to one.</summary>
    public static string Of(long ticks)
    {
        var text = "";
        var rest = Math.Max(ticks, TimeSpan.TicksPerMillisecond);
        foreach (var (name, unit) in s_units)
        {
            if (rest >= unit)
                text += $"{rest / unit}{name}";
            rest %= unit;
        }

        return text;
    }
}
