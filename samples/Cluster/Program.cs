using Cluster.Demo;
using Cluster.Node;
using Cluster.Replay;
using Discogs;
using Samples;

try
{
    return args switch
    {
        _ when args.Any(arg => arg is "--help" or "-h") => Help(),
        [] or ["demo"] => await DemoCommand.RunAsync(),
        ["node", .. var rest] => await NodeCommand.RunAsync(NodeOptions.Parse(rest)),
        ["replay", .. var rest] => await ClusterReplayCommand.RunAsync(rest),
        _ => throw UsageException.Unknown(args[0] == "demo" ? args[1] : args[0]),
    };
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (IOException e)
{
    // An address that cannot be listened on.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

static int Help()
{
    Console.WriteLine(
        """
        The Cluster sample: the Discogs sample's service in two replicas that share a cache through Redis.

          demo       two replicas, and a Redis that is killed and comes back; says what each answered (the default)
          node       one replica
            --name NAME        what it is called in its log (A)
            --port N           where it listens (5001)
            --host ADDRESS     on which address (127.0.0.1)
            --redis HOST:PORT  Redis, or what speaks its protocol; without it the replica shares with nobody
            --upstream URL     the API it asks; without it DISCOGS_BASE_URL, or a simulated API of its own
            --disk PATH        the file of the fallback cache; without it the fallback is in memory
          replay     the Discogs sample's replay on this engine: straight and cached, side by side
            --redis HOST:PORT  L2; without it L2 is in memory
            and the options of the Discogs sample's replay: --seed, --sessions, --speed, --json
        """);
    return 0;
}
