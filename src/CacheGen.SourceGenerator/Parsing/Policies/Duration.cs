using System.Globalization;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Durations as attributes write them.</summary>
internal static class Duration
{
    /// <summary>Reads "90d", "1h30m", "500ms", "1.5h" or TimeSpan's own form with colons.</summary>
    /// <returns>Null, and what is wrong, where it is no duration or not longer than zero.</returns>
    public static TimeSpan? Parse(string text, out string problem)
    {
        problem = "no duration";
        var parsed = text.Contains(':')
            // "c" is the one form that takes nothing by guess: any other reads "24:00:00" as 24 days.
            ? TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span : null
            : ParseUnits(text);
        if (parsed is not { } duration)
            return null;
        if (duration > TimeSpan.Zero)
            return duration;
        problem = duration == TimeSpan.Zero ? "zero" : "negative";
        return null;
    }

    private static TimeSpan? ParseUnits(string text)
    {
        var ticks = 0m;
        var rest = text.AsSpan().Trim();
        var sign = rest.Length > 0 && rest[0] == '-' ? -1 : 1;
        if (sign < 0)
            rest = rest.Slice(1);
        if (rest.IsEmpty)
            return null;
        // Each unit once, larger ones first: "30m1h" and "1h1h" are more likely slips than meant.
        var last = decimal.MaxValue;
        while (!rest.IsEmpty)
        {
            var digits = CountWhile(rest, c => c is (>= '0' and <= '9') or '.');
            var letters = CountWhile(rest.Slice(digits), c => c is >= 'a' and <= 'z');
            if (!decimal.TryParse(rest.Slice(0, digits).ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || TicksOf(rest.Slice(digits, letters).ToString()) is not { } unit || unit >= last || number > long.MaxValue / unit)
            {
                return null;
            }

            ticks += number * unit;
            last = unit;
            rest = rest.Slice(digits + letters).TrimStart();
        }

        return ticks > long.MaxValue ? null : TimeSpan.FromTicks(sign * (long)ticks);
    }

    private static decimal? TicksOf(string unit) => unit switch
    {
        "d" => TimeSpan.TicksPerDay,
        "h" => TimeSpan.TicksPerHour,
        "m" => TimeSpan.TicksPerMinute,
        "s" => TimeSpan.TicksPerSecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        _ => null,
    };

    private static int CountWhile(ReadOnlySpan<char> text, Func<char, bool> matches)
    {
        var count = 0;
        while (count < text.Length && matches(text[count]))
            count++;
        return count;
    }
}
