namespace Dj.Commands;

internal static class Help
{
    public static int Write()
    {
        Console.WriteLine(
            """
            The Spotify sample: a DJ's playlist analysis on four rate-limited APIs, cached by CacheGen.

              analyze    a playlist twice, then one that shares tracks with it; beside the same cached by hand, and not cached (the default)
                --short             playlists of 20 tracks instead of 100
                --published-limits  keep to what the APIs publish: Deezer 50 calls in 5 s, MusicBrainz one a second
                --seed N            other music (1)
                --playlist ID --overlapping ID
                                    these two playlists
                --json              the figures as JSON on standard output, alone
              outage     a playlist while all four are down for 100 days, and when they are back
                --short, --seed N
              serve      the service over HTTP; /stats says what the caches do
                --urls URL          where to listen (http://127.0.0.1:5082)
                --seed N
              upstream   the four simulated APIs alone, for other clients to try
                --urls URL          where to listen (http://127.0.0.1:5083)
                --seed N

            Each API is the bundled one unless the environment says where the real one is: SPOTIFY_BASE_URL (with SPOTIFY_CLIENT_ID and
            SPOTIFY_CLIENT_SECRET), DEEZER_BASE_URL, MUSICBRAINZ_BASE_URL, LASTFM_BASE_URL (with LASTFM_API_KEY). Real ones are asked no more
            than they publish, and not for comparisons. outage always asks the bundled ones.
            """);
        return 0;
    }
}
