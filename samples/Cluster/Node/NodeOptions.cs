using Discogs;
using Samples;

namespace Cluster.Node;

/// <summary>One replica.</summary>
/// <param name="Name">What it is called in its log.</param>
/// <param name="Port">Where it listens.</param>
/// <param name="Host">On which address.</param>
/// <param name="Redis">L2 and backplane; null for a replica that shares with nobody.</param>
/// <param name="Upstream">The API; null for what the environment says, or a simulated one of its own.</param>
/// <param name="Disk">The file of the fallback cache; null for one in memory.</param>
public sealed record NodeOptions(
    string Name = "A", int Port = 5001, string Host = "127.0.0.1", string? Redis = null, string? Upstream = null, string? Disk = null)
{
    public static NodeOptions Parse(IReadOnlyList<string> args)
    {
        var options = new NodeOptions();
        var arguments = new CommandLine(args);
        while (arguments.TryReadOption(out var name))
        {
            options = name switch
            {
                "--name" => options with { Name = arguments.ReadValue(name) },
                "--port" => options with { Port = arguments.ReadInteger(name, 1, 65_535) },
                "--host" => options with { Host = arguments.ReadValue(name) },
                "--redis" => options with { Redis = arguments.ReadValue(name) },
                "--upstream" => options with { Upstream = arguments.ReadUrl(name) },
                "--disk" => options with { Disk = arguments.ReadValue(name) },
                _ => throw UsageException.Unknown(name),
            };
        }

        return options;
    }
}
