using Microsoft.Extensions.Logging;

namespace CacheGen.Fusion;

/// <summary>Failures that no caller sees.</summary>
internal static partial class Log
{
    [LoggerMessage(11, LogLevel.Warning, "FusionCache failed; callers are answered by their sources, and what is stored or removed may not reach the other nodes. Further failures are not logged until an operation succeeds")]
    public static partial void EngineFailed(ILogger logger, Exception exception);

    [LoggerMessage(12, LogLevel.Warning, "The source of {Method} failed for key {Key}; callers are served a stale value")]
    public static partial void ServedStale(ILogger logger, Exception exception, string method, string key);

    [LoggerMessage(13, LogLevel.Warning, "The source of {Method} failed for key {Key} behind the callers' back; the value is reloaded when it is asked for again")]
    public static partial void FailedBehind(ILogger logger, Exception exception, string method, string key);

    [LoggerMessage(14, LogLevel.Warning, "What the source of {Method} registered on its token failed when the load of key {Key} was cancelled")]
    public static partial void CancellationFailed(ILogger logger, Exception exception, string method, string key);
}
