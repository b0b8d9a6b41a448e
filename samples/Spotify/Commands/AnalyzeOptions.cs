using Samples;

namespace Dj.Commands;

/// <summary>What to analyse, and how to say it.</summary>
/// <param name="Seed">Makes the music of the stand-in.</param>
/// <param name="IsShort">Analyse playlists of 20 tracks instead of 100.</param>
/// <param name="Published">Keep to the limits that the public APIs publish; the stand-in does too.</param>
/// <param name="Playlist">The playlist to analyse twice; the stand-in's where none is given.</param>
/// <param name="Overlapping">The one to analyse then.</param>
/// <param name="Json">Whether to print the figures as JSON.</param>
/// <param name="SimulateLatency">Whether the stand-in takes its time.</param>
public sealed record AnalyzeOptions(
    int Seed = 1,
    bool IsShort = false,
    bool Published = false,
    string? Playlist = null,
    string? Overlapping = null,
    bool Json = false,
    bool SimulateLatency = true)
{
    public static AnalyzeOptions Parse(IReadOnlyList<string> args)
    {
        var options = new AnalyzeOptions();
        var arguments = new CommandLine(args);
        while (arguments.TryReadOption(out var name))
        {
            options = name switch
            {
                "--seed" => options with { Seed = arguments.ReadInteger(name, 0, int.MaxValue) },
                "--short" => options with { IsShort = true },
                "--published-limits" => options with { Published = true },
                "--playlist" => options with { Playlist = arguments.ReadValue(name) },
                "--overlapping" => options with { Overlapping = arguments.ReadValue(name) },
                "--json" => options with { Json = true },
                _ => throw UsageException.Unknown(name),
            };
        }

        return options;
    }
}
