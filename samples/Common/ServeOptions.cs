namespace Samples;

/// <summary>Where to listen, and the seed of the simulated API.</summary>
public sealed record ServeOptions(string? Url = null, int Seed = 1)
{
    public static ServeOptions Parse(IReadOnlyList<string> args)
    {
        var options = new ServeOptions();
        var arguments = new CommandLine(args);
        while (arguments.TryReadOption(out var name))
        {
            options = name switch
            {
                "--urls" => options with { Url = arguments.ReadUrl(name) },
                "--seed" => options with { Seed = arguments.ReadInteger(name, 0, int.MaxValue) },
                _ => throw UsageException.Unknown(name),
            };
        }

        return options;
    }
}
