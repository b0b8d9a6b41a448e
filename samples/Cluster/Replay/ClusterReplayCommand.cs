using Discogs;
using Discogs.Replay;
using Samples;

namespace Cluster.Replay;

/// <summary>The Discogs sample's replay, with the cached run on this engine.</summary>
internal static class ClusterReplayCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var redis = TakeRedis(args, out var rest);
        var options = ReplayOptions.Parse(rest);
        await using var caches = new ReplayCaches(redis, options.Speed);
        var figures = await ReplayCommand.RunAsync(options, caches.Create, Console.Error);
        Console.Write(options.Json ? ReplayJson.Write(figures) + Environment.NewLine : ReplayTable.Write(figures));
        return 0;
    }

    // The replay's own options are the Discogs sample's to read.
    private static string? TakeRedis(IReadOnlyList<string> args, out IReadOnlyList<string> rest)
    {
        rest = args;
        var index = args.ToList().IndexOf("--redis");
        if (index < 0)
            return null;
        if (index + 1 == args.Count)
            throw new UsageException("--redis needs a value.");
        rest = [.. args.Take(index), .. args.Skip(index + 2)];
        return args[index + 1];
    }
}
