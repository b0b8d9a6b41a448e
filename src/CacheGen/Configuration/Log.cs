using Microsoft.Extensions.Logging;

namespace CacheGen.Configuration;

internal static partial class Log
{
    [LoggerMessage(21, LogLevel.Error, "The changed configuration of the cache makes no sense; the last good one stays in force:\n{Problems}")]
    public static partial void BadConfiguration(ILogger logger, string problems);

    [LoggerMessage(22, LogLevel.Error, "The changed configuration of the cache could not be applied to all methods")]
    public static partial void NotApplied(ILogger logger, Exception exception);
}
