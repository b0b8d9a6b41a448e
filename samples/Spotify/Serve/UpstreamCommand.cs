using Dj.Upstream;
using Samples;

namespace Dj.Serve;

/// <summary>Runs the four simulated APIs alone.</summary>
public static class UpstreamCommand
{
    public static async Task<int> RunAsync(ServeOptions options)
    {
        await using var upstream = await DjUpstream.StartAsync(new UpstreamOptions { Seed = options.Seed, Url = options.Url ?? "http://127.0.0.1:5083" });
        Console.WriteLine("The simulated APIs; for a service that is to ask them:");
        Console.WriteLine($"  SPOTIFY_BASE_URL={upstream.Spotify.BaseAddress} SPOTIFY_ACCOUNTS_URL={upstream.SpotifyAccounts}");
        Console.WriteLine($"  DEEZER_BASE_URL={upstream.Deezer.BaseAddress} MUSICBRAINZ_BASE_URL={upstream.MusicBrainz.BaseAddress} LASTFM_BASE_URL={upstream.LastFm.BaseAddress}");
        Console.WriteLine($"Try {upstream.Deezer.BaseAddress}track/isrc:{upstream.World.Tracks.First(track => track.Isrc is not null).Isrc}");
        await upstream.WaitForShutdownAsync();
        return 0;
    }
}
