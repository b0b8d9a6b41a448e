using System.Globalization;
using System.Numerics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CacheGen.Configuration;

/// <summary>
/// Reads a section of the configuration into a cache's options, and says when it has changed. By hand: durations are those of the attributes,
/// and what cannot be read, or has a name that nothing has, is collected and said all at once.
/// </summary>
internal sealed class ConfigurationReader(string name, IConfiguration section) : IConfigureNamedOptions<CacheGenOptions>, IOptionsChangeTokenSource<CacheGenOptions>
{
    private delegate string? Setter<T>(T target, string text);

    private static readonly Dictionary<string, Setter<CacheGenOptions>> s_options = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(CacheGenOptions.Enabled)] = (options, text) => Switch(text, value => options.Enabled = value),
        [nameof(CacheGenOptions.KeyPrefix)] = (options, text) => Nothing(options.KeyPrefix = text),
        [nameof(CacheGenOptions.DefaultTtl)] = (options, text) => Time(text, value => options.DefaultTtl = value),
        [nameof(CacheGenOptions.FailSafeThrottle)] = (options, text) => TimeOrOff(text, value => options.FailSafeThrottle = value),
        [nameof(CacheGenOptions.MaxEntries)] = (options, text) => Number<int>(text, value => options.MaxEntries = value),
        [nameof(CacheGenOptions.MaxBytes)] = (options, text) => Number<long>(text, value => options.MaxBytes = value),
    };

    private static readonly Dictionary<string, Func<CacheGenOptions, CachePolicyOverrideCollection>> s_groups = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(CacheGenOptions.Prefixes)] = options => options.Prefixes,
        [nameof(CacheGenOptions.Profiles)] = options => options.Profiles,
        [nameof(CacheGenOptions.Methods)] = options => options.Methods,
    };

    private static readonly Dictionary<string, Setter<CachePolicyOverride>> s_overrides = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(CachePolicyOverride.Enabled)] = (said, text) => Switch(text, value => said.Enabled = value),
        [nameof(CachePolicyOverride.Ttl)] = (said, text) => Time(text, value => said.Ttl = value),
        [nameof(CachePolicyOverride.Jitter)] = (said, text) => TimeOrOff(text, value => said.Jitter = value),
        [nameof(CachePolicyOverride.MissTtl)] = (said, text) => TimeOrOff(text, value => said.MissTtl = value),
        [nameof(CachePolicyOverride.MissFailSafe)] = (said, text) => TimeOrOff(text, value => said.MissFailSafe = value),
        [nameof(CachePolicyOverride.FailSafe)] = (said, text) => TimeOrOff(text, value => said.FailSafe = value),
        [nameof(CachePolicyOverride.SoftTimeout)] = (said, text) => TimeOrOff(text, value => said.SoftTimeout = value),
        [nameof(CachePolicyOverride.HardTimeout)] = (said, text) => TimeOrOff(text, value => said.HardTimeout = value),
        [nameof(CachePolicyOverride.RefreshAfter)] = (said, text) => TimeOrOff(text, value => said.RefreshAfter = value),
        [nameof(CachePolicyOverride.MaxEntries)] = (said, text) => Number<int>(text, value => said.MaxEntries = value),
    };

    public string Name => name;

    public IChangeToken GetChangeToken() => section.GetReloadToken();

    public void Configure(CacheGenOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? which, CacheGenOptions options)
    {
        if (which != name)
            return;
        foreach (var child in section.GetChildren())
        {
            if (s_groups.TryGetValue(child.Key, out var group))
            {
                foreach (var named in child.GetChildren())
                    Read(named, group(options), options.Unreadable);
            }
            else
            {
                Read(child, options, s_options, s_groups.Keys, options.Unreadable);
            }
        }
    }

    private static void Read(IConfigurationSection named, CachePolicyOverrideCollection overrides, List<string> unreadable)
    {
        if (named.Value is { Length: > 0 } value)
            unreadable.Add($"{named.Path} is '{value}': it needs properties, such as \"Ttl\": \"1h\".");
        foreach (var property in named.GetChildren())
            Read(property, overrides[named.Key], s_overrides, [], unreadable);
    }

    private static void Read<T>(IConfigurationSection property, T target, Dictionary<string, Setter<T>> setters, IEnumerable<string> others, List<string> unreadable)
    {
        if (!setters.TryGetValue(property.Key, out var set))
            unreadable.Add($"{property.Path}: there is no such setting.{OptionsCheck.DidYouMean(property.Key, setters.Keys.Concat(others))}");
        else if (property.GetChildren().Any())
            unreadable.Add($"{property.Path} has properties of its own: it needs a single value.");
        else if (property.Value is { } text && set(target, text) is { } problem)
            unreadable.Add($"{property.Path} is '{text}': {problem}");
    }

    private static string? Nothing(string _) => null;

    private static string? Switch(string text, Action<bool> set)
    {
        if (!bool.TryParse(text, out var value))
            return "it must be true or false.";
        set(value);
        return null;
    }

    private static string? Number<T>(string text, Action<T> set)
        where T : INumber<T>
    {
        if (!T.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value))
            return "it must be a whole number.";
        set(value);
        return null;
    }

    private static string? Time(string text, Action<TimeSpan> set)
    {
        if (IsOff(text))
            return "a value must live for some time. To switch caching off set Enabled to false.";
        if (Duration.Parse(text, out var problem) is not { } value)
            return $"this is {problem}; write one such as 90d, 1h30m, 500ms or 00:05:00.";
        set(value);
        return null;
    }

    private static string? TimeOrOff(string text, Action<TimeSpan> set)
    {
        if (IsOff(text))
            set(TimeSpan.Zero);
        else if (Duration.Parse(text, out var problem) is { } value)
            set(value);
        else
            return $"this is {problem}; write one such as 90d, 1h30m, 500ms or 00:05:00, or off.";
        return null;
    }

    private static bool IsOff(string text) => text.Equals("off", StringComparison.OrdinalIgnoreCase) || text.Equals("none", StringComparison.OrdinalIgnoreCase);
}
