namespace CacheGen.Language.Tests.Scenes;

public sealed record Decision(string Choice, string SceneId, TimeSpan? GoodFor = null);

public sealed record Build(bool Succeeded, string Output);

/// <summary>What an AI was told. Only what its answer rests on tells one context from another.</summary>
public sealed class PromptContext(string prompt, string sceneId)
{
    [CacheKeyPart]
    public string Prompt { get; } = prompt;

    [CacheKeyPart]
    public string SceneId { get; } = sceneId;

    public DateTime AskedAt { get; } = DateTime.UtcNow;
}

/// <summary>Scenes whose decisions cost a call of an AI: kept half an hour, checked against the present state when they are read.</summary>
public sealed partial class SceneService(MethodCache cache, ICacheScope scope)
{
    public List<string> Calls { get; } = [];

    public HashSet<string> Scenes { get; } = ["s1", "s2"];

    public Queue<object> Answers { get; } = new();

    [Cached(Ttl = "30m", ValidWhen = nameof(IsStillValid), TtlFrom = nameof(GoodFor))]
    public partial Task<Decision> DecideAsync(PromptContext context, CancellationToken ct = default);

    private Task<Decision> DecideCoreAsync(PromptContext context, CancellationToken ct) => AnswerAsync($"decide {context.Prompt}", new Decision("go", context.SceneId));

    private bool IsStillValid(Decision decision) => Scenes.Contains(decision.SceneId);

    private static TimeSpan? GoodFor(Decision decision) => decision.GoodFor;

    [Cached(Key = "build:{source|hash}", Ttl = "24h", StoreWhen = nameof(HasSucceeded))]
    public partial Task<Build> BuildAsync(string source, CancellationToken ct = default);

    private Task<Build> BuildCoreAsync(string source, CancellationToken ct) => AnswerAsync($"build {source}", new Build(true, source));

    private static bool HasSucceeded(Build build) => build.Succeeded;

    [Cached(Ttl = "10m", FailSafe = "1d", FailWhen = nameof(HasFailed), ServeStaleOn = new[] { typeof(HttpRequestException) })]
    public partial Task<Build> PreviewAsync(string sceneId, CancellationToken ct = default);

    private Task<Build> PreviewCoreAsync(string sceneId, CancellationToken ct) => AnswerAsync($"preview {sceneId}", new Build(true, sceneId));

    private static bool HasFailed(Build build) => !build.Succeeded;

    [Cached(Ttl = "10m", MissTtl = "1m", IsMiss = nameof(IsNothing))]
    public partial Task<string> SuggestAsync(string prompt, CancellationToken ct = default);

    private Task<string> SuggestCoreAsync(string prompt, CancellationToken ct) => AnswerAsync($"suggest {prompt}", "");

    private static bool IsNothing(string suggestion) => suggestion.Length == 0;

    [Cached(AdaptiveTtl = "10m..2h")]
    public partial Task<IReadOnlyList<string>> ListAsync(string project, CancellationToken ct = default);

    private Task<IReadOnlyList<string>> ListCoreAsync(string project, CancellationToken ct) => AnswerAsync<IReadOnlyList<string>>($"list {project}", ["s1", "s2"]);

    [CacheScope("user")]
    [Cached(Ttl = "30d")]
    public partial Task<string> PreferencesAsync(CancellationToken ct = default);

    private Task<string> PreferencesCoreAsync(CancellationToken ct) => AnswerAsync("preferences", $"{scope.GetScope("user")}'s");

    [Cached(Key = "quota:{tenant}", Ttl = "1h")]
    public partial Task<string> QuotaAsync([CacheScope("tenant")] string? tenant, CancellationToken ct = default);

    private Task<string> QuotaCoreAsync(string? tenant, CancellationToken ct) => AnswerAsync("quota", $"{tenant}'s");

    private Task<T> AnswerAsync<T>(string call, T usual)
    {
        Calls.Add(call);
        return Answers.TryDequeue(out var next)
            ? next is Exception failure ? Task.FromException<T>(failure) : Task.FromResult((T)next)
            : Task.FromResult(usual);
    }
}

public sealed class CurrentUser : ICacheScope
{
    public string? Id { get; set; }

    public string? GetScope(string name) => name == "user" ? Id : null;
}
