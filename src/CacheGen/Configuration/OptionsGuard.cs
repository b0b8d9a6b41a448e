using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CacheGen.Configuration;

/// <summary>
/// Options that make no sense end the start of a program; all that is wrong is said at once. When the configuration changes in a program
/// that runs, they are logged instead, once, and the last good ones stay: nobody is there to answer for an exception out of a file watcher.
/// </summary>
internal sealed class OptionsGuard(IServiceProvider services) : IPostConfigureOptions<CacheGenOptions>, IValidateOptions<CacheGenOptions>
{
    private readonly ConcurrentDictionary<string, CacheGenOptions> _lastGood = new();
    private readonly ConcurrentDictionary<string, string> _logged = new();

    public void PostConfigure(string? name, CacheGenOptions options)
    {
        name ??= "";
        // The first time Validate says it, to whoever starts the program.
        if (!_lastGood.TryGetValue(name, out var good))
            return;
        var problems = string.Join(Environment.NewLine, ProblemsOf(options));
        var before = _logged.GetValueOrDefault(name, "");
        _logged[name] = problems;
        if (problems.Length == 0)
            return;
        options.Become(good);
        if (problems != before && services.GetService<ILoggerFactory>() is { } loggers)
            Log.BadConfiguration(loggers.CreateLogger<MethodCache>(), problems);
    }

    public ValidateOptionsResult Validate(string? name, CacheGenOptions options)
    {
        if (ProblemsOf(options) is { Length: > 0 } problems)
            return ValidateOptionsResult.Fail(problems);
        _lastGood[name ?? ""] = options.Snapshot();
        return ValidateOptionsResult.Success;
    }

    private static string[] ProblemsOf(CacheGenOptions options) => [.. options.Unreadable, .. OptionsCheck.ProblemsOf(options)];
}
