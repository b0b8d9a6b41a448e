using CacheGen.SourceGenerator.Diagnostics;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>A Ttl that learns: <c>"10m..24h"</c>.</summary>
internal static class AdaptiveTtl
{
    /// <summary>The bounds in ticks; null where there is none, or another Ttl comes before it.</summary>
    public static (long Shortest, long Longest)? Parse(ParseContext context)
    {
        if (context.Argument<string>("AdaptiveTtl") is not { } text || context.Said("AdaptiveTtl") is not { } said)
            return null;
        foreach (var other in new[] { "Ttl", "TtlFrom" })
        {
            if (context.Said(other) is not { Value.IsNull: false } otherSaid)
                continue;
            if (ReferenceEquals(otherSaid.By, said.By))
                return Fail(context, text, $"says what {other} says too: leave one of them out");
            // What is said nearer to the method holds.
            if (context.IsNearer(otherSaid.By, said.By))
                return null;
        }

        var bounds = text.Split(["..", "…"], StringSplitOptions.None);
        if (bounds.Length != 2)
            return Fail(context, text, "is no range: write it like \"10m..24h\"");
        if (Bound(context, text, bounds[0]) is not { } shortest || Bound(context, text, bounds[1]) is not { } longest)
            return null;
        return shortest < longest ? (shortest, longest) : Fail(context, text, "does not grow: the second duration must be longer than the first");
    }

    private static long? Bound(ParseContext context, string text, string bound)
    {
        if (Duration.Parse(bound.Trim(), out var problem) is { } duration)
            return duration.Ticks;
        Fail(context, text, $"is no range, since \"{bound}\" is {problem}: write it like \"10m..24h\"");
        return null;
    }

    private static (long, long)? Fail(ParseContext context, string text, string problem)
    {
        context.ReportArgument(Rules.BadAdaptiveTtl, "AdaptiveTtl", null, text, problem);
        return null;
    }
}
