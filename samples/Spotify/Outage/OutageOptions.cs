using Samples;

namespace Dj.Outage;

/// <param name="Seed">Makes the music of the stand-in.</param>
/// <param name="IsShort">Analyse a playlist of 20 tracks instead of 100.</param>
/// <param name="SimulateLatency">Whether the stand-in takes its time.</param>
public sealed record OutageOptions(int Seed = 1, bool IsShort = false, bool SimulateLatency = true)
{
    public static OutageOptions Parse(IReadOnlyList<string> args)
    {
        var options = new OutageOptions();
        var arguments = new CommandLine(args);
        while (arguments.TryReadOption(out var name))
        {
            options = name switch
            {
                "--seed" => options with { Seed = arguments.ReadInteger(name, 0, int.MaxValue) },
                "--short" => options with { IsShort = true },
                _ => throw UsageException.Unknown(name),
            };
        }

        return options;
    }
}
