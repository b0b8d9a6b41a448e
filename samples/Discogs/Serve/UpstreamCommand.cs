using Discogs.Upstream;
using Samples;

namespace Discogs.Serve;

/// <summary>Runs the simulated Discogs API alone, in real time.</summary>
public static class UpstreamCommand
{
    public static async Task<int> RunAsync(ServeOptions options)
    {
        await using var upstream = await DiscogsUpstream.StartAsync(
            new UpstreamOptions { Seed = options.Seed, Url = options.Url ?? "http://127.0.0.1:5081" });
        Console.WriteLine($"The simulated Discogs API listens on {upstream.BaseAddress}");
        Console.WriteLine($"Try {upstream.BaseAddress}releases/{upstream.Catalogue.Pressings[0].Id}");
        Console.WriteLine($" or {upstream.BaseAddress}users/{upstream.Catalogue.Users[0].Username}/collection/folders/0/releases");
        await upstream.WaitForShutdownAsync();
        return 0;
    }
}
