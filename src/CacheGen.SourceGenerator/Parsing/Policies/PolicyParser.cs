using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The attribute's durations, and what is put around loads.</summary>
internal static class PolicyParser
{
    public static PolicyModel Parse(ParseContext context)
    {
        var adaptive = AdaptiveTtl.Parse(context);
        return new()
        {
            Ttl = adaptive?.Shortest ?? Ticks(context, "Ttl"),
            MaxTtl = adaptive?.Longest,
            Jitter = Ticks(context, "Jitter"),
            MissTtl = Ticks(context, "MissTtl"),
            MissFailSafe = Ticks(context, "MissFailSafe"),
            FailSafe = Ticks(context, "FailSafe"),
            SoftTimeout = Ticks(context, "SoftTimeout"),
            HardTimeout = Ticks(context, "HardTimeout"),
            RefreshAfter = Ticks(context, "RefreshAfter"),
            MaxEntries = MaxEntries(context),
            RateLimit = LoadParser.RateLimit(context),
            BackgroundScope = context.Argument<bool>(LoadParser.BackgroundScope),
        };
    }

    // Zero is a mistake, where it is said.
    private static int? MaxEntries(ParseContext context)
    {
        if (context.Said("MaxEntries")?.Value.Value is not int said)
            return null;
        if (said < 1)
            context.ReportArgument(Rules.BadMaxEntries, "MaxEntries", null, said);
        return said;
    }

    private static long? Ticks(ParseContext context, string name)
    {
        if (context.Argument<string>(name) is not { } text)
            return null;
        if (Duration.Parse(text, out var problem) is { } duration)
            return duration.Ticks;
        context.ReportArgument(Rules.BadDuration, name, null, name, text, problem);
        return null;
    }
}
