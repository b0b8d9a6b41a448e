using Samples;

namespace Discogs.Replay;

/// <summary>How to replay.</summary>
/// <param name="Seed">Makes the catalogue and the sessions.</param>
/// <param name="Sessions">How many sessions.</param>
/// <param name="Speed">How many times as fast as life. Timers are some 3 ms late, which this multiplies.</param>
/// <param name="Json">Whether to print the figures as JSON.</param>
public sealed record ReplayOptions(int Seed = 1, int Sessions = 36, int Speed = 40, bool Json = false)
{
    public static ReplayOptions Parse(IReadOnlyList<string> args)
    {
        var options = new ReplayOptions();
        var arguments = new CommandLine(args);
        while (arguments.TryReadOption(out var name))
        {
            options = name switch
            {
                "--seed" => options with { Seed = arguments.ReadInteger(name, 0, int.MaxValue) },
                "--sessions" => options with { Sessions = arguments.ReadInteger(name, 1, 10_000) },
                "--speed" => options with { Speed = arguments.ReadInteger(name, 1, 1_000) },
                "--json" => options with { Json = true },
                _ => throw UsageException.Unknown(name),
            };
        }

        return options;
    }
}
