using CacheGen;

namespace Dj;

/// <summary>What this service asks of each upstream at most.</summary>
internal static class ClientLimits
{
    private const int AtATime = 10;

    // An analysis asks for everything at once, and what has to wait is not lost.
    private const int Waiting = 5_000;

    // Of the one that is asked every 2 seconds it would wait for hours: better to be told to come again.
    private const int WaitingForSpotify = 100;

    /// <summary>What holds for all: ten calls at a time, and Spotify every 2 seconds, at most 1,000 an hour.</summary>
    /// <param name="upstream">Which.</param>
    /// <param name="asPublished">Keep to what the public API says beyond that; the stand-in is as fast as it was measured.</param>
    public static RateLimitPlan Of(string upstream, bool asPublished)
    {
        var plan = RateLimits.AtATime(AtATime).Queue(Waiting);
        return upstream switch
        {
            Upstreams.Spotify => plan.Queue(WaitingForSpotify).Every(TimeSpan.FromSeconds(2)).AtMost(1_000, per: TimeSpan.FromHours(1)),
            Upstreams.LastFm => plan.AtMost(1_500, per: TimeSpan.FromMinutes(5)),
            // A little more than 5 s and 1 s: they count when calls arrive, and one may be on its way for longer than the next.
            Upstreams.Deezer when asPublished => plan.AtMost(50, per: TimeSpan.FromSeconds(5.25)),
            Upstreams.MusicBrainz when asPublished => plan.Every(TimeSpan.FromSeconds(1.05)),
            _ => plan,
        };
    }
}
