namespace Dj.Upstream;

/// <summary>How many calls each API answers before it refuses.</summary>
public sealed record UpstreamLimits
{
    private static readonly TimeSpan s_fiveMinutes = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The limits a service that caches by hand was seen to live with: 10 calls at a time each, and where calls add up over a longer
    /// time, what Spotify and Last.fm allow.
    /// </summary>
    public static UpstreamLimits AsMeasured { get; } = new()
    {
        Spotify = new ApiLimit { Calls = 1_000, Per = TimeSpan.FromHours(1) },
        LastFm = new ApiLimit { Calls = 1_500, Per = s_fiveMinutes },
    };

    /// <summary>The same, and what Deezer and MusicBrainz publish: 50 calls in 5 seconds, one call a second.</summary>
    public static UpstreamLimits Published { get; } = AsMeasured with
    {
        Deezer = new ApiLimit { Calls = 50, Per = TimeSpan.FromSeconds(5) },
        MusicBrainz = new ApiLimit { Calls = 1, Per = TimeSpan.FromSeconds(1) },
    };

    public ApiLimit Spotify { get; init; } = new();

    public ApiLimit Deezer { get; init; } = new();

    public ApiLimit MusicBrainz { get; init; } = new();

    public ApiLimit LastFm { get; init; } = new();
}

/// <summary>The limits of one API.</summary>
public sealed record ApiLimit
{
    /// <summary>How many calls may be under way at the same time.</summary>
    public int AtATime { get; init; } = 10;

    /// <summary>How many calls are answered within <see cref="Per"/>; null where they are not counted.</summary>
    public int? Calls { get; init; }

    /// <summary>The window that moves over <see cref="Calls"/>.</summary>
    public TimeSpan Per { get; init; }
}
