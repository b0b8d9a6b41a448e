using CacheGen.SourceGenerator.Parsing;

namespace CacheGen.Configuration;

/// <summary>All that makes no sense in a cache's options: values, and names that no method has.</summary>
internal static class OptionsCheck
{
    private const int MaxNear = 3;

    public static IEnumerable<string> ProblemsOf(CacheGenOptions options)
    {
        if (options.DefaultTtl <= TimeSpan.Zero)
            yield return $"CacheGenOptions.DefaultTtl is {options.DefaultTtl}: it must be longer than zero.";
        if (options.FailSafeThrottle < TimeSpan.Zero)
            yield return $"CacheGenOptions.FailSafeThrottle is {options.FailSafeThrottle}: it must not be negative; zero asks the source on every call.";
        if (options.MaxEntries < 1)
            yield return $"CacheGenOptions.MaxEntries is {options.MaxEntries}: it must be at least 1. To switch caching off set Enabled to false, or use MethodCache.None.";
        if (options.MaxBytes < 1)
            yield return $"CacheGenOptions.MaxBytes is {options.MaxBytes}: it must be at least 1; null is no bound.";
        if (options.MaxBytes is not null && options.Sizer is null)
            yield return "CacheGenOptions.MaxBytes is set, but no Sizer says how large a value is: set CacheGenOptions.Sizer.";
        foreach (var (group, overrides) in GroupsOf(options))
        {
            foreach (var (name, said) in overrides)
            {
                foreach (var problem in said.Problems())
                    yield return $"CacheGenOptions.{group}[\"{name}\"].{problem}";
            }
        }

        foreach (var problem in NameProblems(options))
            yield return problem;
    }

    private static IEnumerable<(string Group, CachePolicyOverrideCollection Overrides)> GroupsOf(CacheGenOptions options) =>
        [(nameof(options.Prefixes), options.Prefixes), (nameof(options.Profiles), options.Profiles), (nameof(options.Methods), options.Methods)];

    private static IEnumerable<string> NameProblems(CacheGenOptions options)
    {
        if (GroupsOf(options).All(group => group.Overrides.Count == 0))
            yield break;
        // Without any catalog nothing is known of the methods: there may be some all the same, in assemblies that are loaded later.
        var methods = CacheCatalogs.Find();
        if (methods.Count == 0)
            yield break;
        foreach (var (name, _) in options.Prefixes)
        {
            if (Unknown("Prefixes", name, "prefix", methods.Select(method => method.Prefix)) is { } problem)
                yield return problem;
        }

        foreach (var (name, _) in options.Profiles)
        {
            if (Unknown("Profiles", name, "profile", methods.Select(method => method.Profile).OfType<string>()) is { } problem)
                yield return problem;
        }

        foreach (var problem in MethodProblems(options, [.. methods.Select(method => method.Id).Distinct()]))
            yield return problem;
    }

    private static IEnumerable<string> MethodProblems(CacheGenOptions options, string[] ids)
    {
        var named = new Dictionary<string, string>();
        foreach (var (name, _) in options.Methods)
        {
            var found = ids.Where(id => MethodNames.IsNameOf(name, id)).ToArray();
            if (found.Length == 0)
                yield return $"CacheGenOptions.Methods[\"{name}\"]: there is no such cached method.{DidYouMeanMethod(name, ids.Select(id => MethodNames.LikeIn(name, id)))}";
            else if (found.Length > 1)
                yield return $"CacheGenOptions.Methods[\"{name}\"] may be any of {Quoted(found)}: say which by the whole id.";
            else if (!named.TryAdd(found[0], name))
                yield return $"CacheGenOptions.Methods[\"{name}\"] and Methods[\"{named[found[0]]}\"] are the same method, '{found[0]}': say it once.";
        }
    }

    private static string? Unknown(string group, string name, string kind, IEnumerable<string> known)
    {
        var all = known.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return all.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"CacheGenOptions.{group}[\"{name}\"]: no cached method has that {kind}.{DidYouMean(name, all)}";
    }

    /// <summary>The names near to one that is not known, as the end of a message.</summary>
    public static string DidYouMean(string name, IEnumerable<string> known) => AsQuestion(Spelling.Near(name, known.Distinct()));

    // A method's name without its type is no slip of the pen.
    private static string DidYouMeanMethod(string name, IEnumerable<string> known) => name.Contains('.', StringComparison.Ordinal)
        ? DidYouMean(name, known)
        : AsQuestion(known.Where(like => like.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)));

    private static string AsQuestion(IEnumerable<string> near) =>
        near.Take(MaxNear).ToArray() is { Length: > 0 } best ? $" Did you mean {Quoted(best)}?" : "";

    private static string Quoted(string[] names) => names.Length == 1
        ? $"'{names[0]}'"
        : $"{string.Join(", ", names[..^1].Select(name => $"'{name}'"))} or '{names[^1]}'";
}
