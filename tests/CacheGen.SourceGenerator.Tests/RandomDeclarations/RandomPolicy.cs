namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>What [Cached], [CachedBatch] and [CacheDefaults] say alike.</summary>
internal sealed class RandomPolicy(Dice dice)
{
    private static readonly string[] s_times = ["Ttl", "MissTtl", "MissFailSafe", "FailSafe", "SoftTimeout", "HardTimeout", "RefreshAfter", "Jitter"];
    private static readonly string[] s_exceptions = ["ServeStaleOn", "NeverServeStaleOn"];

    /// <summary>Each of the arguments once in so many times.</summary>
    public string Arguments(int onceIn) => string.Join(", ", List(onceIn));

    public IEnumerable<string> List(int onceIn)
    {
        foreach (var time in s_times.Where(_ => dice.OnceIn(onceIn)))
            yield return $"{time} = {Duration()}";
        if (dice.OnceIn(onceIn * 4))
            yield return $"AdaptiveTtl = {dice.Mostly(["\"1m..1h\"", "\"500ms .. 2d\""], "\"1h..1m\"", "\"1m\"", "\"a..b\"", "null")}";
        foreach (var property in s_exceptions.Where(_ => dice.OnceIn(onceIn * 2)))
            yield return $"{property} = {dice.Mostly(["new[] { typeof(TimeoutException), typeof(Lost<int>) }", "new Type[0]", "new[] { typeof(OperationCanceledException) }"], "new[] { typeof(string) }", "new[] { typeof(Lost<>) }", "new Type[] { null! }", "null")}";
        if (dice.OnceIn(onceIn * 2))
            yield return $"RateLimit = {dice.Mostly(["\"api\"", "\"a\\\"b\"", "nameof(System)"], "\"\"", "\" \"", "null")}";
        if (dice.OnceIn(onceIn * 2))
            yield return $"MaxEntries = {dice.Mostly(["1", "5_000", "int.MaxValue"], "0", "-1")}";
        if (dice.OnceIn(onceIn * 3))
            yield return $"BackgroundScope = {dice.Pick("true", "false")}";
        if (dice.OnceIn(onceIn * 2))
            yield return $"Profile = {dice.Pick("\"hot\"", "\"\"", "\"a\\nb\"", "null")}";
    }

    public string Duration() => dice.IsWrong ? $"\"{dice.Pick(Words.NotDurations)}\"" : dice.OnceIn(12) ? "null" : $"\"{dice.Pick(Words.Durations)}\"";
}
