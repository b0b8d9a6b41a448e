using System.Globalization;
using System.Text.RegularExpressions;
using CacheGen.SourceGenerator.Parsing;

namespace CacheGen.CodeFixes.Policy;

/// <summary>What somebody may have meant who wrote a duration in another way than attributes do.</summary>
/// <param name="IsNothing">Zero, or less: the feature is not wanted.</param>
/// <param name="Durations">As they are written, each with a kind for "fix all": the likeliest first.</param>
internal sealed record DurationRepair(bool IsNothing, IReadOnlyList<(string Text, string Kind)> Durations)
{
    private const string Clear = "Duration";

    private static readonly string[] s_order = ["d", "h", "m", "s", "ms"];

    private static readonly Regex s_parts = new(
        @"^(?:\s*(?:and|,|;|\+)?\s*(?<number>\d+(?:[.,]\d+)?)\s*(?<unit>[a-z]+))+\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex s_clock = new(@"^(?<a>\d{1,5}):(?<b>\d{1,2})(?::(?<c>\d{1,2}))?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static DurationRepair Of(string text)
    {
        var trimmed = text.Trim();
        var bare = trimmed.TrimStart('-').Trim();
        var found = Candidates(bare).Select(candidate => (candidate.Text, candidate.Kind, Parsed: Duration.Parse(candidate.Text, out var problem), Problem: problem)).ToArray();
        var isZero = found.Length > 0 && found.All(candidate => candidate.Problem == "zero" && candidate.Parsed is null);
        var isNegative = bare.Length < trimmed.Length && found.Length > 0;
        return new DurationRepair(isZero || isNegative, [.. found.Where(candidate => candidate.Parsed is not null).Select(candidate => (candidate.Text, candidate.Kind))]);
    }

    private static IEnumerable<(string Text, string Kind)> Candidates(string text)
    {
        if (Duration.Parse(text, out var problem) is not null || problem == "zero")
            return [(text, Clear)];
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            // Nobody caches for a tenth of a second what he writes as a round hundred.
            string[] units = number >= 100 ? ["s", "m", "ms"] : ["s", "m"];
            return units.Select(unit => (text + unit, unit));
        }

        if (s_clock.Match(text) is { Success: true } clock)
            return Clock(clock);
        // ISO 8601 says PT5M.
        var iso = text.StartsWith("PT", StringComparison.OrdinalIgnoreCase) ? text.Substring(2) : text;
        return s_parts.Match(iso) is { Success: true } parts && Parts(parts) is { } meant ? [(meant, Clear)] : [];
    }

    private static IEnumerable<(string Text, string Kind)> Clock(Match match)
    {
        var (a, b, c) = (Number("a"), Number("b"), Number("c"));
        // More than a day of hours; without seconds nobody knows which two they are.
        return match.Groups["c"].Success
            ? [(DurationText.Of(((((a * 60) + b) * 60) + c) * TimeSpan.TicksPerSecond), Clear)]
            : [(DurationText.Of(((a * 60) + b) * TimeSpan.TicksPerMinute), "HoursAndMinutes"), (DurationText.Of(((a * 60) + b) * TimeSpan.TicksPerSecond), "MinutesAndSeconds")];

        long Number(string group) => match.Groups[group].Success ? long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static string? Parts(Match match)
    {
        var numbers = match.Groups["number"].Captures.Cast<Capture>().Select(capture => capture.Value.Replace(',', '.')).ToArray();
        var units = match.Groups["unit"].Captures.Cast<Capture>().Select(capture => Unit(capture.Value)).ToArray();
        // The same unit twice is a slip, but nobody knows of what.
        if (units.Any(unit => unit is null) || units.Select(unit => unit!.Value.Unit).Distinct().Count() < units.Length)
            return null;
        var parts = new List<(int Order, string Text)>();
        for (var i = 0; i < units.Length; i++)
        {
            var (unit, factor) = units[i]!.Value;
            if (!decimal.TryParse(numbers[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > int.MaxValue)
                return null;
            parts.Add((Array.IndexOf(s_order, unit), (factor == 1 ? numbers[i] : (number * factor).ToString("0.##", CultureInfo.InvariantCulture)) + unit));
        }

        return string.Concat(parts.OrderBy(part => part.Order).Select(part => part.Text));
    }

    /// <summary>The unit that attributes write, and how many of it one is.</summary>
    private static (string Unit, int Factor)? Unit(string word) => word.ToLowerInvariant() switch
    {
        "y" or "year" or "years" => ("d", 365),
        "mo" or "month" or "months" => ("d", 30),
        "w" or "wk" or "wks" or "week" or "weeks" => ("d", 7),
        "d" or "day" or "days" => ("d", 1),
        "h" or "hr" or "hrs" or "hour" or "hours" => ("h", 1),
        "m" or "min" or "mins" or "minute" or "minutes" => ("m", 1),
        "s" or "sec" or "secs" or "second" or "seconds" => ("s", 1),
        "ms" or "msec" or "msecs" or "milli" or "millis" or "millisecond" or "milliseconds" => ("ms", 1),
        _ => null,
    };
}
