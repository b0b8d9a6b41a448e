using System.Globalization;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>The policy as people read it, and as code.</summary>
internal static class PolicyText
{
    private static readonly (long Ticks, string Unit, string Factory)[] s_units =
    [
        (TimeSpan.TicksPerDay, "d", "FromDays"),
        (TimeSpan.TicksPerHour, "h", "FromHours"),
        (TimeSpan.TicksPerMinute, "min", "FromMinutes"),
        (TimeSpan.TicksPerSecond, "s", "FromSeconds"),
        (TimeSpan.TicksPerMillisecond, "ms", "FromMilliseconds"),
    ];

    /// <summary>What the reader who follows a call into the generated file wants to know first.</summary>
    public static void WriteComment(SourceWriter writer, MethodModel method, string source)
    {
        var policy = method.Policy;
        writer.Write($"// Key     {method.Key.Template}");
        if (method.Tags.Count > 0)
            writer.Write($"// Tags    {string.Join(", ", method.Tags.Select(tag => tag.Template))}");
        writer.Write("// Fresh   " + string.Join("; ", Fresh(policy, method)));
        foreach (var (word, text) in ValueText.Lines(method.Values))
            writer.Write($"// {word.PadRight(7)} {text}");
        if (policy.SoftTimeout is not null || policy.HardTimeout is not null)
            writer.Write("// Slow    " + string.Join("; ", Slow(policy)));
        if (policy.RateLimit is not null || method.FreshInstance is not null)
            writer.Write("// Loads   " + string.Join("; ", Loads(method)));
        if (method.MaxItems is { } maxItems)
            writer.Write($"// Items   up to {maxItems.ToString("N0", CultureInfo.InvariantCulture)}; a longer stream is passed through, and known as such for {Text(policy.MissTtl ?? 0)}");
        if (policy.MaxEntries is not null)
            writer.Write($"// Room    {Room(policy)}");
        writer.Write($"// Source  {source}");
    }

    /// <summary>The CachePolicy of a method.</summary>
    public static string Code(PolicyModel policy)
    {
        var members = new (string Name, long? Ticks)[]
        {
            ("Ttl", policy.Ttl), ("MaxTtl", policy.MaxTtl), ("Jitter", policy.Jitter), ("MissTtl", policy.MissTtl), ("MissFailSafe", policy.MissFailSafe),
            ("FailSafe", policy.FailSafe), ("SoftTimeout", policy.SoftTimeout), ("HardTimeout", policy.HardTimeout), ("RefreshAfter", policy.RefreshAfter),
        };
        var set = members.Where(member => member.Ticks is not null).Select(member => $"{member.Name} = {Code(member.Ticks!.Value)}").ToList();
        if (policy.MaxEntries is { } maxEntries)
            set.Add($"MaxEntries = {maxEntries}");
        if (policy.RateLimit is { } limiter)
            set.Add($"RateLimit = {SymbolDisplay.FormatLiteral(limiter, quote: true)}");
        if (policy.BackgroundScope)
            set.Add("BackgroundScope = true");
        return set.Count == 0 ? "new()" : $"new() {{ {string.Join(", ", set)} }}";
    }

    /// <summary>How long a value is fresh.</summary>
    /// <param name="policy">The times.</param>
    /// <param name="selector">The user's method that says it of some values; null for none.</param>
    public static string Fresh(PolicyModel policy, string? selector) =>
        (selector is null ? "" : $"what {selector} says, else ")
        + (policy.Ttl is { } ttl ? Text(ttl) : "the cache's default Ttl")
        + (policy.MaxTtl is { } longest ? $", up to {Text(longest)} while the value stays the same" : "")
        + (policy.Jitter is { } jitter ? $" and up to {Text(jitter)} more" : "");

    /// <summary>When a fresh value is reloaded behind the caller; empty for never.</summary>
    public static string Refreshed(PolicyModel policy) => policy.RefreshAfter is { } refresh ? $"after {Text(refresh)}" : "";

    /// <summary>What becomes of misses; empty where there are none.</summary>
    public static string Misses(PolicyModel policy, bool mayMiss, int? maxItems) => maxItems is not null ? ""
        : policy.MissTtl is { } miss ? Text(miss) + (policy.MissFailSafe is { } failSafe ? $", stale up to {Text(failSafe)}" : "")
        : mayMiss ? "not stored"
        : "";

    /// <summary>How long a value may serve when its source fails; empty for not at all.</summary>
    public static string Stale(PolicyModel policy) => policy.FailSafe is { } failSafe ? $"up to {Text(failSafe)}" : "";

    private static IEnumerable<string> Fresh(PolicyModel policy, MethodModel method)
    {
        yield return Fresh(policy, method.Values.TtlFrom?.Name);
        if (Refreshed(policy) is { Length: > 0 } refreshed)
            yield return $"reloaded behind the caller {refreshed}";
        if (Misses(policy, method.MayMiss || method.Values.Miss is not null, method.MaxItems) is { Length: > 0 } misses)
            yield return policy.MissTtl is null ? $"misses are {misses}" : policy.MissFailSafe is null ? $"misses {misses}" : $"misses {misses} when the source fails";
        if (Stale(policy) is { Length: > 0 } stale)
            yield return $"stale {stale} when the source fails";
    }

    /// <summary>How many entries are kept, where the method has room of its own.</summary>
    public static string Room(PolicyModel policy) =>
        policy.MaxEntries is { } entries ? $"of its own, for {entries.ToString("N0", CultureInfo.InvariantCulture)} {(entries == 1 ? "entry" : "entries")}" : "";

    /// <summary>What becomes of slow loads.</summary>
    public static IEnumerable<string> Slow(PolicyModel policy)
    {
        if (policy.SoftTimeout is { } soft)
            yield return $"a stale value after {Text(soft)}, where there is one";
        if (policy.HardTimeout is { } hard)
            yield return $"a load is given up after {Text(hard)}";
    }

    private static IEnumerable<string> Loads(MethodModel method)
    {
        if (method.Policy.RateLimit is { } limiter)
            yield return $"with a lease of the rate limiter {SymbolDisplay.FormatLiteral(limiter, quote: true)}";
        if (method.FreshInstance is not null)
            yield return "in a scope of their own";
    }

    public static string Text(long ticks)
    {
        var parts = new List<string>();
        foreach (var (unit, name, _) in s_units)
        {
            // 24 h rather than 1 d: a day is said in days only from the second on.
            if (ticks < unit || (parts.Count == 0 && unit == TimeSpan.TicksPerDay && ticks < 2 * unit))
                continue;
            parts.Add($"{ticks / unit} {name}");
            ticks %= unit;
        }

        return parts.Count == 0 ? "under 1 ms" : string.Join(" ", parts);
    }

    public static string Code(long ticks)
    {
        var (factor, _, factory) = s_units.FirstOrDefault(unit => ticks % unit.Ticks == 0);
        return factor > 0 ? $"global::System.TimeSpan.{factory}({ticks / factor})" : $"global::System.TimeSpan.FromTicks({ticks}L)";
    }
}
