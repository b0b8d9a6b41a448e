using CacheGen;

// What holds for all that is cached here: what was once known is an answer for a year, however long its source is away, and nobody waits
// longer than this for what he could have at once. What is not there is asked for again after five minutes; it, too, is known for a year.
[assembly: CacheDefaults(MissTtl = "5m", FailSafe = "365d", MissFailSafe = "365d", SoftTimeout = "50ms")]

namespace Dj;

/// <summary>The names of the caches, each with a time, room and statistics of its own. Deezer, MusicBrainz and Last.fm share the one without a name.</summary>
internal static class Caches
{
    public const string Spotify = "spotify";
    public const string Sessions = "sessions";
    public const string Preferences = "preferences";
    public const string Temporary = "temporary";
}
