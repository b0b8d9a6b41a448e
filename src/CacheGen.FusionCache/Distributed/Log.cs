using Microsoft.Extensions.Logging;

namespace CacheGen.Distributed;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The primary cache is down; the secondary is used")]
    public static partial void PrimaryDown(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Information, "The primary cache is back; {Keys} keys that it missed were re-synchronised")]
    public static partial void PrimaryBack(ILogger logger, int keys);

    [LoggerMessage(3, LogLevel.Warning,
        "JournalCapacity is too small for this outage; for {Lifetime} the secondary is asked before each read of the primary")]
    public static partial void JournalFull(ILogger logger, TimeSpan lifetime);

    [LoggerMessage(4, LogLevel.Warning, "The secondary missed more writes than JournalCapacity; what it held is no longer read")]
    public static partial void SecondaryStartsOver(ILogger logger);

    [LoggerMessage(5, LogLevel.Debug, "The secondary cache missed a write of key {Key}; until one succeeds it is not read for this key")]
    public static partial void SecondaryMissed(ILogger logger, Exception exception, string key);

    [LoggerMessage(6, LogLevel.Debug, "The secondary cache failed beside a primary that answered")]
    public static partial void SecondaryFailed(ILogger logger, Exception exception);
}
