using System.Runtime.InteropServices;
using Discogs.Upstream;

namespace Cluster.Demo;

/// <summary>Starts the API, Redis and two replicas, tells the story, and leaves nothing behind.</summary>
public static class DemoCommand
{
    public static async Task<int> RunAsync()
    {
        // Ctrl+C and kill end the story where it is; the blocks below then clean up.
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }

        var folder = Directory.CreateTempSubdirectory("cachegen-cluster-").FullName;
        try
        {
            return await RunAsync(folder, stop.Token);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Whatever it was: Ctrl+C reaches the replicas too, and one that has ended first fails the request under way.
            await Console.Error.WriteLineAsync("Stopped.");
            return 130;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or TimeoutException or InvalidOperationException)
        {
            // A replica ended, or answers what it should not. Unhandled, this would leave the processes behind.
            await Console.Error.WriteLineAsync($"FAIL: the story ends here. {e.Message}");
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(string folder, CancellationToken ct)
    {
        using var redis = RedisServer.TryStart(folder);
        if (redis is null)
        {
            await Console.Error.WriteLineAsync(
                "The demo needs redis-server, which is not on the PATH: install it (apt-get install redis-server, brew install redis), "
                    + "or run the cluster with docker compose, as samples/Cluster/README.md says.");
            return 1;
        }

        await using var upstream = await DiscogsUpstream.StartAsync(new UpstreamOptions(), ct);
        using var a = new Replica("A", redis.Address, upstream.BaseAddress, folder);
        using var b = new Replica("B", redis.Address, upstream.BaseAddress, folder);
        var story = new Story(upstream, redis, a, b, ct);
        await story.TellAsync();

        Console.WriteLine();
        Console.WriteLine(story.Checks);
        return story.Checks.AllHold ? 0 : 1;
    }
}
